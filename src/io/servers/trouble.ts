// What to throw for what was caught while a model was asked; voices have words of their own for it.
import { fail, FailureError } from '../../core/base/failure-error.ts'
import { abortError } from '../../core/base/scope.ts'
import { AnswerError } from './server-answer.ts'
import {
  failureOfAnswer,
  failureOfConnection,
  isConnectionError,
  type Asked,
} from './server-failure.ts'

/** `struckMs`: the limit of time that was passed; null while none was. `now`: milliseconds since the epoch. */
export function troubleOfModel(
  error: unknown,
  asked: Asked,
  { signal, struckMs, now }: { signal: AbortSignal; struckMs: number | null; now: number },
): unknown {
  const { server } = asked
  if (error instanceof FailureError) return error
  if (signal.aborted) return abortError()
  if (struckMs !== null)
    return fail('model-timeout', { server, seconds: Math.round(struckMs / 1000) })
  if (error instanceof AnswerError)
    return new FailureError(failureOfAnswer(error.answer, asked, now))
  if (isConnectionError(error)) return new FailureError(failureOfConnection(error, asked))
  // A body that breaks off is no JSON any more.
  if (error instanceof SyntaxError)
    return fail('server-failed', { server, status: 200 }, 'the answer broke off')
  return error
}
