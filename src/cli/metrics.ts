// lectern metrics: the figures of a Lectern that runs, asked for by the key that it was started with.
import { fail } from '../core/base/failure-error.ts'
import { environment } from '../io/environment.ts'
import { readOptions, wholeNumber } from '../io/command-line/options.ts'
import { addressOf, askRunning } from './ask-running.ts'

const options = {
  port: { type: 'string' },
  json: { type: 'boolean' },
  optimise: { type: 'boolean' },
} as const

/** Prints what `/metrics` says, or with `--json` the same as JSON; `--optimise` gives memory back first. */
export async function metrics(args: string[]): Promise<number> {
  const { values } = readOptions(args, options, { min: 0, max: 0 })
  const port =
    wholeNumber('--port', values.port, { min: 1, max: 65_535 }) ??
    Number(environment('LECTERN_METRICS_PORT') ?? '0')
  if (!(port > 0)) throw fail('option-invalid', { option: '--port', value: '' })
  if (values.optimise) await ask(port, '/optimize-memory', 'POST')
  const text = await ask(port, values.json ? '/metrics.json' : '/metrics', 'GET')
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  return 0
}

async function ask(port: number, path: string, method: 'GET' | 'POST'): Promise<string> {
  const answer = await askRunning(port, path, { method })
  if (!answer.ok)
    throw fail('studio-not-there', { address: addressOf(port) }, `HTTP ${answer.status}`)
  return answer.text()
}
