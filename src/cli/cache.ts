// lectern cache stats|clear
import { fail, FailureError } from '../core/base/failure-error.ts'
import { megabytes } from './figures.ts'
import { withStudio } from './open-terminal.ts'
import { givenPath } from './given-path.ts'
import { readOptions } from '../io/command-line/options.ts'
import { printJson, printLine } from '../io/command-line/report.ts'
import type { Runtime } from '../io/runtime.ts'

const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const

/** `stats` counts per kind of entry; `clear` drops everything that no book uses. */
export async function cache(args: string[], runtime: Runtime): Promise<number> {
  const { values, positionals } = readOptions(args, options, { min: 1, max: 1 })
  const [action] = positionals
  if (action !== 'stats' && action !== 'clear')
    throw fail('option-invalid', { option: 'cache', value: action ?? '' })
  const data = givenPath(values.data)
  return withStudio({ runtime, data }, async ({ studio }) => {
    if (action === 'clear') {
      const reply = await studio.call('cache.clear', {})
      if (!reply.ok) throw new FailureError(reply.failure)
      if (values.json) printJson(reply.value)
      else printLine(`${megabytes(reply.value.freedBytes)} freed`)
      return 0
    }
    const reply = await studio.call('cache.stats', {})
    if (!reply.ok) throw new FailureError(reply.failure)
    const { kinds, maxBytes } = reply.value
    if (values.json) printJson({ kinds, maxBytes })
    else for (const row of kinds) printLine(line(row))
    return 0
  })
}

type Row = {
  kind: string
  entries: number
  bytes: number
  hits: number
  misses: number
  evictions: number
  expiries: number
}

const line = (row: Row): string =>
  `${row.kind.padEnd(9)} ${row.entries} entries, ${megabytes(row.bytes)}, ${row.hits} hits, ` +
  `${row.misses} misses, ${row.evictions} evictions, ${row.expiries} expiries`
