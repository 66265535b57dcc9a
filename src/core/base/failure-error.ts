// Expected trouble on its way up: inside a process a Failure is thrown, at the studio's edge it is a value.
import type { Failure, FailureCode } from '../../contract/index.ts'

/** Carries a Failure through `await`; caught once at the edge of the studio or of a child process. */
export class FailureError extends Error {
  override readonly name = 'FailureError'
  readonly failure: Failure

  constructor(failure: Failure) {
    super(`${failure.code} ${JSON.stringify(failure.params)} ${failure.detail ?? ''}`)
    this.failure = failure
  }
}

/** Whether trying again can help, per code; everything not listed needs a change first. */
const retries: Partial<Record<FailureCode, Failure['retry']>> = {
  'file-changed': 'later',
  'disk-full': 'later',
  'data-folder-busy': 'later',
  'data-interrupted': 'now',
  'voice-timeout': 'now',
  'model-timeout': 'now',
  'voice-crashed': 'now',
  'sound-refused': 'now',
  'server-unreachable': 'later',
  'server-busy': 'later',
  'server-failed': 'later',
  'take-damaged': 'now',
  'codec-failed': 'now',
  'segments-unspoken': 'now',
  'export-busy': 'later',
  'farm-away': 'later',
  'farm-empty': 'later',
  'farm-full': 'later',
  'update-unreachable': 'later',
  'update-feed-wrong': 'later',
  'update-damaged': 'now',
  'update-not-installed': 'now',
  cancelled: 'now',
  unexpected: 'now',
}

/** Makes a Failure; `detail` is for the log. */
export function failure(
  code: FailureCode,
  params: Failure['params'] = {},
  detail?: string,
): Failure {
  const retry = retries[code] ?? 'never'
  return detail === undefined ? { code, params, retry } : { code, params, retry, detail }
}

/** Makes a FailureError to throw. */
export const fail = (code: FailureCode, params: Failure['params'] = {}, detail?: string) =>
  new FailureError(failure(code, params, detail))

/** The Failure in whatever was caught: its own, `cancelled` for an abort, else `unexpected`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure
  if (error instanceof Error && error.name === 'AbortError') return failure('cancelled')
  return failure(
    'unexpected',
    {},
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  )
}
