// lectern data remove: the library, its settings and its keys, when a person wants to be rid of them.
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { printJson, printLine } from '../io/command-line/report.ts'
import { dataFolderAt, type DataFolder } from '../io/data-folder.ts'
import { forgetKeychain } from '../io/forget-keychain.ts'
import { keptAt, removeAt } from '../io/removal.ts'
import { isUsual } from '../io/system-places.ts'
import { megabytes } from './figures.ts'
import { underLock } from './under-lock.ts'

type Wish = { root: string; yes: boolean; json: boolean }

/**
 * Shows what there is, asks, and removes it; 1 where it stays. Fails with `data-folder-busy` where another Lectern has
 * it open, before it asks and before it removes.
 */
export async function removeData({ root, yes, json }: Wish): Promise<number> {
  const kept = keptAt(root)
  if (kept.length === 0) {
    if (json) printJson({ removed: [] })
    else printLine('There is nothing of Lectern’s here.')
    return 0
  }
  whileUnused(root, () => {})
  if (!json) for (const { path, bytes } of kept) printLine(`${path}  ${megabytes(bytes)}`)
  if (!yes && !(await isAgreed())) {
    process.stderr.write('Nothing was removed. With --yes it is removed without a question.\n')
    return 1
  }
  whileUnused(root, (folder) => removeAt(root, [folder.lockDatabase]))
  // The lock itself, once it is let go of: another Lectern may have begun a library in its place.
  if (!existsSync(dataFolderAt(root).projectsDatabase)) removeAt(root)
  // The keychain has one entry for all libraries of this account.
  if (isUsual(root)) await forgetKeychain()
  if (json) printJson({ removed: kept })
  else printLine('All of it is removed. Finished audiobooks stay where they are.')
  return 0
}

/** Nobody can have open what is not there; and nothing is made for the sake of asking. */
function whileUnused(root: string, work: (folder: DataFolder) => void): void {
  if (existsSync(root)) underLock(root, work, dataFolderAt)
  else work(dataFolderAt(root))
}

/** No for whoever says nothing, as where nobody can be asked. */
async function isAgreed(): Promise<boolean> {
  process.stderr.write(
    'Remove all of this, with books, takes, recordings, voices, settings and keys? It cannot be undone. [y/N] ',
  )
  const lines = createInterface({ input: process.stdin })
  try {
    for await (const line of lines) return /^\s*y(es)?\s*$/i.test(line)
    return false
  } finally {
    lines.close()
    process.stdin.unref?.()
  }
}
