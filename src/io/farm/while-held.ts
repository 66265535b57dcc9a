// What is asked of Redis, until its line is lost or whoever asks has gone.
import { FailureError } from '../../core/base/failure-error.ts'
import { abortError } from '../../core/base/scope.ts'
import { untilAborted } from '../../core/base/until-aborted.ts'
import type { FarmLine } from './farm-line.ts'
import { redisFailure } from './redis.ts'

/** Commands fail when the line is lost, though not always at once. `failed`: what an error of Redis is told as. */
export async function whileHeld<T>(
  line: FarmLine,
  work: Promise<T>,
  failed: (error: unknown) => unknown,
  signal: AbortSignal,
): Promise<T> {
  // Another one when it is held again.
  const { held } = line
  try {
    return await untilAborted(work, AbortSignal.any([signal, held]))
  } catch (error) {
    if (signal.aborted) throw abortError()
    if (held.aborted) throw new FailureError(line.failure ?? redisFailure('lost', line.address))
    throw failed(error)
  }
}
