// lectern data backups|backup|restore NAME|keep|remove
import type { Backup } from '../contract/index.ts'
import { dataWords } from '../contract/messages/english-data.ts'
import { fail, FailureError } from '../core/base/failure-error.ts'
import { readOptions } from '../io/command-line/options.ts'
import { printJson, printLine } from '../io/command-line/report.ts'
import { dataFolderAt } from '../io/data-folder.ts'
import { defaultDataRoot } from '../io/system-places.ts'
import { readBackups } from '../io/sqlite/read-backups.ts'
import { keepLibrary, layReady, readyIn } from '../io/sqlite/restore.ts'
import type { Runtime } from '../io/runtime.ts'
import { removeData } from './remove-data.ts'
import { withStudio } from './open-terminal.ts'
import { givenPath } from './given-path.ts'
import { underLock } from './under-lock.ts'

const options = {
  data: { type: 'string' },
  yes: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

type Wish = { data: string | undefined; json: boolean; runtime: Runtime }

/** Lists backups of the library, makes one, lays one ready for the next start, takes that back, or removes everything. */
export async function data(args: string[], runtime: Runtime): Promise<number> {
  const { values, positionals } = readOptions(args, options, { min: 1, max: 2, name: 'data' })
  const [action = '', name] = positionals
  if (!['backups', 'backup', 'restore', 'keep', 'remove'].includes(action))
    throw fail('option-invalid', { option: 'data', value: action })
  if ((action === 'restore') !== (name !== undefined))
    throw fail('option-invalid', { option: 'NAME', value: name ?? '' })
  const root = givenPath(values.data)
  const wish = { data: root, json: values.json ?? false, runtime }
  if (values.yes && action !== 'remove')
    throw fail('option-invalid', { option: 'data', value: '--yes' })
  if (action === 'remove')
    return removeData({
      root: root ?? defaultDataRoot(),
      yes: values.yes ?? false,
      json: wish.json,
    })
  if (name !== undefined) restore(wish, name)
  else if (action === 'keep') keep(wish)
  else if (action === 'backup') await backUp(wish)
  else list(wish)
  return 0
}

/** Of a library that is sound, which is what opening it makes of one that is not. */
const backUp = ({ data, json, runtime }: Wish): Promise<void> =>
  withStudio({ runtime, data }, async ({ studio }) => {
    const reply = await studio.call('data.backup', {})
    if (!reply.ok) throw new FailureError(reply.failure)
    if (json) printJson(reply.value)
    else printLine(line(reply.value))
  })

/** Reads the backups alone: they are wanted most where the library does not open. */
function list({ data, json }: Wish): void {
  const folder = dataFolderAt(data ?? defaultDataRoot())
  const [backups, ready] = [readBackups(folder.backups), readyIn(folder.restore)]
  if (json) return printJson({ backups, ready })
  if (backups.length === 0) printLine(dataWords.none)
  for (const backup of backups) printLine(line(backup))
  if (ready !== null) printLine(dataWords.ready(ready))
}

function restore({ data, json }: Wish, name: string): void {
  underLock(data ?? defaultDataRoot(), (folder) => layReady(folder, name))
  if (json) printJson({ ready: name })
  else printLine(dataWords.ready(name))
}

function keep({ data, json }: Wish): void {
  underLock(data ?? defaultDataRoot(), keepLibrary)
  if (json) printJson({ ready: null })
  else printLine(dataWords.stays)
}

const line = ({ name, bytes, books, cause }: Backup): string => {
  const inIt = books === null ? dataWords.unreadable : `${books} books`
  return `${name}  ${inIt}, ${(bytes / 1024 ** 2).toFixed(1)} MB  ${dataWords.causes[cause]}`
}
