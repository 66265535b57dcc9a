// What differs between two folders of files, and in which way.
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { asar } from '../../scripts/builder.js'
import { filesIn } from './pack.ts'

/** What each file is, by its name; for files in an archive, what the archive says of them. */
export type Inventory = Map<string, string>

/** Where two builds of the same sources may differ, each with its reason. Of what is packed, nothing does. */
const mayDiffer: readonly { file: string; because: string }[] = [
  { file: 'out/stamp.json', because: 'remembers where and when the sources were, is not packed' },
]

/** Every file below a folder, with its digest and whether it may be run; `under`: what its name begins with. */
export function inventoryOf(folder: string, under: string): Inventory {
  return new Map(
    filesIn(folder).map((file) => {
      const mode = statSync(file).mode & 0o111 ? ' executable' : ''
      const digest = createHash('sha256').update(readFileSync(file)).digest('hex')
      return [`${under}/${relative(folder, file).split(sep).join('/')}`, `${digest}${mode}`]
    }),
  )
}

/** Every file of an archive with its digest and its place, so that a difference has a name. */
export function inventoryOfArchive(archive: string): Inventory {
  return new Map(
    asar.listPackage(archive).map((path, index) => {
      const { integrity, offset } = asar.statFile(archive, path.slice(1))
      return [
        `app.asar${path}`,
        `${integrity?.hash ?? 'folder'} at ${offset ?? 'none'}, as number ${index}`,
      ]
    }),
  )
}

/** One line for each file that is not the same on both sides, short of what may differ. */
export function differences(one: Inventory, other: Inventory): string[] {
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((name) => one.get(name) !== other.get(name))
    .filter((name) => !mayDiffer.some(({ file }) => file === name))
    .toSorted()
    .map((name) => {
      if (!one.has(name)) return `${name}: only in the second`
      return other.has(name) ? `${name}: not the same` : `${name}: only in the first`
    })
}
