// The models that a chat server lists; many list none.
import { z } from 'zod'
import type { ServerClient } from './openai-client.ts'
import { AnswerError } from './server-answer.ts'

const Listing = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) })

/** Empty where the server has no list; fails with what the connection throws. */
export async function listModels(client: ServerClient, signal: AbortSignal): Promise<string[]> {
  try {
    const found = Listing.safeParse(await client.read('models', {}, signal)).data
    return (found?.data ?? []).map(({ id }) => id).slice(0, 500)
  } catch (error) {
    if (error instanceof AnswerError) return []
    throw error
  }
}
