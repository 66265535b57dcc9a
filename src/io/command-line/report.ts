// How a door speaks that was started in a terminal: sentences on stderr, results on stdout, one JSON object a line with --json.
import { failureSentences, type Failure } from '../../contract/index.ts'
import { environment } from '../environment.ts'

export const sentenceOf = (failure: Failure): string =>
  failureSentences[failure.code](failure.params)

/** One object, one line, on stdout. */
export const printJson = (value: object): void =>
  void process.stdout.write(`${JSON.stringify(value)}\n`)

export const printLine = (line: string): void => void process.stdout.write(`${line}\n`)

/** Says what went wrong, and with LECTERN_LOG_LEVEL=debug also the detail. */
export function explain(failure: Failure, json: boolean): void {
  const sentence = sentenceOf(failure)
  if (json) {
    printJson({ event: 'failed', code: failure.code, params: failure.params, sentence })
    return
  }
  process.stderr.write(`${sentence}\n`)
  const debug = environment('LECTERN_LOG_LEVEL') === 'debug'
  if (failure.detail && (debug || failure.code === 'unexpected'))
    process.stderr.write(`${failure.detail}\n`)
}

/** 2 for misuse, 130 when interrupted, 1 for everything else. */
export function exitCode(failure: Failure): number {
  const misuse = ['option-invalid', 'dictionary-invalid', 'setting-invalid', 'voice-unknown']
  if (misuse.includes(failure.code)) return 2
  return failure.code === 'cancelled' ? 130 : 1
}
