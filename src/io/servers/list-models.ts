// The models that a server lists; many list none.
import { z } from 'zod'
import type { Clock } from '../../core/base/scope.ts'
import { openDeadlines } from './deadlines.ts'
import type { ServerClient } from './openai-client.ts'

const Listing = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) })

const wholeMs = 15_000
const mostModels = 500

/** Empty where nothing is listed, whatever the reason: whoever tries the server out says what is wrong with it. */
export async function listModels(
  client: Pick<ServerClient, 'read'>,
  clock: Clock,
  signal: AbortSignal,
): Promise<string[]> {
  const deadlines = openDeadlines(clock, wholeMs, signal)
  try {
    const found = Listing.safeParse(await client.read('models', {}, deadlines.signal)).data
    return (found?.data ?? []).map(({ id }) => id).slice(0, mostModels)
  } catch {
    signal.throwIfAborted()
    return []
  } finally {
    deadlines.close()
  }
}
