// How long to wait before asking again: full jitter, or what the server itself has said.
import type { Failure } from '../../contract/index.ts'

const firstMs = 1000
const longestMs = 60_000

/** Milliseconds before try `failed` + 1, anywhere from 0 to 1 s · 2^(failed − 1), at most 60 s. */
export function backoffMs(failed: number, random: () => number): number {
  return random() * Math.min(longestMs, firstMs * 2 ** Math.max(0, failed - 1))
}

/** The pause a server asked for (Retry-After) in milliseconds; null when it named none. */
export function pauseAskedMs(failure: Failure): number | null {
  const { seconds } = failure.params
  // Elsewhere `seconds` is how long a voice was waited for, not how long to wait.
  if (!failure.code.startsWith('server-') || typeof seconds !== 'number') return null
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null
}
