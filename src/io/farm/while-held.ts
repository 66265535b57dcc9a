// What is asked of Redis, until its line is lost or whoever asks has gone.
import { FailureError } from '../../core/base/failure-error.ts'
import { abortError } from '../../core/base/scope.ts'
import type { FarmLine } from './farm-line.ts'
import { redisFailure } from './redis.ts'

/** Commands fail when the line is lost, though not always at once. `failed`: what an error of Redis is told as. */
export function whileHeld<T>(
  line: FarmLine,
  work: Promise<T>,
  failed: (error: unknown) => unknown,
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    // Nobody may be there any more to hear of it.
    work.catch(() => {})
    const end = () => {
      signal.removeEventListener('abort', leave)
      lost.removeEventListener('abort', lose)
    }
    const leave = () => {
      end()
      reject(abortError())
    }
    const lose = () => {
      end()
      reject(new FailureError(line.failure ?? redisFailure('lost', line.address)))
    }
    const lost = line.held
    if (signal.aborted) return leave()
    if (lost.aborted) return lose()
    signal.addEventListener('abort', leave)
    lost.addEventListener('abort', lose)
    work.then(
      (value) => {
        end()
        resolve(value)
      },
      (error: unknown) => {
        end()
        reject(failed(error))
      },
    )
  })
}
