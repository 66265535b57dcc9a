// Servers know more or less of what can be asked for: the best way first, and a plainer one where it is refused.
import { FailureError } from '../../core/base/failure-error.ts'

/**
 * Begins with `from`, and goes on to the next where the server does not know it; tells which it knew. Fails as the
 * last way does, and at once with anything but `server-refused`.
 */
export async function firstKnownWay<Way, T>(
  ways: readonly Way[],
  from: Way,
  ask: (way: Way) => Promise<T>,
): Promise<{ answer: T; known: Way }> {
  const [way = from, ...plainer] = ways.slice(Math.max(0, ways.indexOf(from)))
  try {
    return { answer: await ask(way), known: way }
  } catch (error) {
    const [next] = plainer
    // What it says of a wish that it does not know is worded in a hundred ways; a shorter one settles it.
    const isRefused = error instanceof FailureError && error.failure.code === 'server-refused'
    if (next === undefined || !isRefused) throw error
    return firstKnownWay(plainer, next, ask)
  }
}
