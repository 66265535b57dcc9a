// What to throw for what was caught while a server was asked.
import { fail, FailureError } from '../../core/base/failure-error.ts'
import { abortError } from '../../core/base/scope.ts'
import { AnswerError } from './server-answer.ts'
import {
  failureOfAnswer,
  failureOfConnection,
  isConnectionError,
  type Asked,
} from './server-failure.ts'

type Circumstances = { signal: AbortSignal; struckMs: number | null; now: number }

/**
 * `struckMs`: the limit of time that was passed, told by `late` in whole seconds; null while none was. `now`:
 * milliseconds since the epoch.
 */
export function troubleOfServer(
  error: unknown,
  asked: Asked,
  { signal, struckMs, now }: Circumstances,
  late: (seconds: number) => FailureError,
): unknown {
  if (error instanceof FailureError) return error
  if (signal.aborted) return abortError()
  if (struckMs !== null) return late(Math.round(struckMs / 1000))
  if (error instanceof AnswerError)
    return new FailureError(failureOfAnswer(error.answer, asked, now))
  return isConnectionError(error) ? new FailureError(failureOfConnection(error, asked)) : error
}

/** Of one that answers in JSON. */
export function troubleOfModel(error: unknown, asked: Asked, how: Circumstances): unknown {
  const { server } = asked
  const trouble = troubleOfServer(error, asked, how, (seconds) =>
    fail('model-timeout', { server, seconds }),
  )
  // A body that breaks off is no JSON any more.
  return trouble instanceof SyntaxError
    ? fail('server-failed', { server, status: 200 }, 'the answer broke off')
    : trouble
}
