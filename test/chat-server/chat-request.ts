// The body of POST /v1/chat/completions, and the items that Lectern's prompts carry in it.
import { z } from 'zod'

const Body = z.looseObject({
  model: z.string().min(1),
  messages: z.array(z.looseObject({ role: z.string(), content: z.string() })).min(1),
  response_format: z.looseObject({ type: z.string() }).optional(),
  stream: z.boolean().optional(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).optional(),
})
export type ChatBody = z.infer<typeof Body>

const Item = z.looseObject({ id: z.string(), text: z.string() })
export type ChatItem = z.infer<typeof Item>

const Prompt = z.looseObject({ items: z.array(Item) })

export type ChatRequest = {
  body: ChatBody
  /** All that stands in messages of the system; empty where there are none. */
  system: string
  /** The content of the last message of the user; empty where there is none. */
  user: string
  /** None where the user's content is no prompt with items. */
  items: readonly ChatItem[]
  /** What stands beside the items in the user's JSON. */
  fields: Readonly<Record<string, unknown>>
}

/** Null when the text is no request for a chat. */
export function readChatRequest(text: string): ChatRequest | null {
  const read = Body.safeParse(parsed(text))
  if (!read.success) return null
  const said = (by: string) =>
    read.data.messages.filter(({ role }) => role === by).map(({ content }) => content)
  const user = said('user').at(-1) ?? ''
  const prompt = Prompt.safeParse(parsed(user))
  const { items, ...fields } = prompt.success ? prompt.data : { items: [] }
  return { body: read.data, system: said('system').join('\n'), user, items, fields }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
