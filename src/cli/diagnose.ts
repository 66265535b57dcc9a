// lectern diagnose --out FILE.zip: a bundle for a report of trouble, without anything of the person's books.
import { resolve } from 'node:path'
import { fail, FailureError } from '../core/base/failure-error.ts'
import { readOptions } from '../io/command-line/options.ts'
import { printJson, printLine } from '../io/command-line/report.ts'
import type { Runtime } from '../io/runtime.ts'
import { readPort } from './closed-library.ts'
import { diagnoseClosed } from './diagnose-closed.ts'
import { withStudio } from './open-terminal.ts'
import { givenPath } from './given-path.ts'

const options = {
  out: { type: 'string' },
  port: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** Of a library that does not open the bundle holds less, and says what it lacks. */
export async function diagnose(args: string[], runtime: Runtime): Promise<number> {
  const { values } = readOptions(args, options, { min: 0, max: 0, name: 'diagnose' })
  if (values.out === undefined) throw fail('option-invalid', { option: '--out', value: '' })
  const target = resolve(values.out)
  const data = givenPath(values.data)
  const wish = { data, port: readPort(values.port), json: values.json ?? false }
  return withStudio(
    { runtime, data, closed: (reason) => diagnoseClosed(reason, target, wish) },
    async ({ studio, opened }) => {
      const ticket = opened.ports.tickets.issue('target', target)
      const saved = await studio.call('diagnostics.save', { ticket })
      if (!saved.ok) throw new FailureError(saved.failure)
      if (wish.json) printJson({ file: target })
      else printLine(target)
      return 0
    },
  )
}
