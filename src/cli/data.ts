// lectern data backups|backup|restore NAME
import { resolve } from 'node:path'
import type { Backup } from '../contract/index.ts'
import { dataWords } from '../contract/messages/english-data.ts'
import { fail, FailureError } from '../core/base/failure-error.ts'
import { readOptions } from '../io/command-line/options.ts'
import { printJson, printLine } from '../io/command-line/report.ts'
import { withStudio } from './open-terminal.ts'

const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const

/** Lists backups of the library, makes one, or lays one ready for the next start. */
export async function data(args: string[], entryUrl: string): Promise<number> {
  const { values, positionals } = readOptions(args, options, { min: 1, max: 2, name: 'data' })
  const [action = '', name] = positionals
  if (!['backups', 'backup', 'restore'].includes(action))
    throw fail('option-invalid', { option: 'data', value: action })
  if ((action === 'restore') !== (name !== undefined))
    throw fail('option-invalid', { option: 'NAME', value: name ?? '' })
  const root = values.data === undefined ? undefined : resolve(values.data)
  const json = values.json ?? false
  return withStudio({ entryUrl, data: root }, async ({ studio }) => {
    if (name !== undefined) {
      const reply = await studio.call('data.restore', { name })
      if (!reply.ok) throw new FailureError(reply.failure)
      if (json) printJson({ ready: name })
      else printLine(dataWords.ready(name))
      return 0
    }
    if (action === 'backup') {
      const reply = await studio.call('data.backup', {})
      if (!reply.ok) throw new FailureError(reply.failure)
      if (json) printJson(reply.value)
      else printLine(line(reply.value))
      return 0
    }
    const reply = await studio.call('data.backups', {})
    if (!reply.ok) throw new FailureError(reply.failure)
    const { backups, ready } = reply.value
    if (json) printJson(reply.value)
    else if (backups.length === 0) printLine(dataWords.none)
    else for (const backup of backups) printLine(line(backup))
    if (!json && ready !== null) printLine(dataWords.ready(ready))
    return 0
  })
}

const line = ({ name, bytes, books, cause }: Backup): string => {
  const inIt = books === null ? dataWords.unreadable : `${books} books`
  return `${name}  ${inIt}, ${(bytes / 1024 ** 2).toFixed(1)} MB  ${dataWords.causes[cause]}`
}
