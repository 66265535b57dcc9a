// A client without any cleverness: what came over the wire, and how it ended.
import type { ChatItem } from './chat-request.ts'

export type ChatAnswer = {
  status: number
  headers: Headers
  text: string
  /** `cut`: the connection broke while the body came. */
  end: 'whole' | 'cut'
}

export type ChatQuestion = {
  items?: readonly ChatItem[]
  /** Beside the items. */
  fields?: Record<string, unknown>
  /** Instead of items. */
  user?: string
  format?: { type: string }
  key?: string
  signal?: AbortSignal
}

export const instructions = 'Say of each item how it is read.'

export async function askChat(address: string, asked: ChatQuestion): Promise<ChatAnswer> {
  const { items = [], fields, format, key, signal } = asked
  const response = await fetch(`${address}/chat/completions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({
      model: 'chat-test',
      messages: [
        { role: 'system', content: instructions },
        { role: 'user', content: asked.user ?? JSON.stringify({ items, ...fields }) },
      ],
      ...(format && { response_format: format }),
    }),
    signal: signal ?? null,
  })
  const { status, headers } = response
  const chunks: Uint8Array[] = []
  const come = (end: ChatAnswer['end']): ChatAnswer => {
    return { status, headers, text: Buffer.concat(chunks).toString(), end }
  }
  try {
    for await (const chunk of response.body ?? []) chunks.push(chunk as Uint8Array)
    return come('whole')
  } catch (error) {
    if (signal?.aborted) throw error
    return come('cut')
  }
}
