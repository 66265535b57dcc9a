// lectern metrics: the figures of a Lectern that runs, asked for by the key that it was started with.
import { fail } from '../core/base/failure-error.ts'
import { environment } from '../io/environment.ts'
import { readOptions, wholeNumber } from '../io/command-line/options.ts'

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
  const address = `http://127.0.0.1:${port}`
  if (values.optimise) await ask(address, '/optimize-memory', 'POST')
  const text = await ask(address, values.json ? '/metrics.json' : '/metrics', 'GET')
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  return 0
}

async function ask(address: string, path: string, method: 'GET' | 'POST'): Promise<string> {
  const key = environment('LECTERN_METRICS_KEY') ?? ''
  const headers = { authorization: `Bearer ${key}` }
  const answer = await fetch(`${address}${path}`, { method, headers }).catch((error: unknown) => {
    throw fail('studio-not-there', { address }, String(error))
  })
  if (answer.status === 401) throw fail('metrics-key-wrong', { address })
  if (!answer.ok) throw fail('studio-not-there', { address }, `HTTP ${answer.status}`)
  return answer.text()
}
