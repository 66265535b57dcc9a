// What the chat server can be told, when it starts and while it runs.
import type { ChatRequest, ChatItem } from './chat-request.ts'
import type { FaultWish } from './faults.ts'

export type AnswerOf = (item: ChatItem, asked: ChatRequest) => Readonly<Record<string, unknown>>

export type ChatServerOptions = {
  /** An answer takes `baseMs`, and `itemMs` for each item. 0 */
  baseMs?: number
  itemMs?: number
  /** For GET /v1/models, and for nothing else. */
  models?: readonly string[]
  /** Whoever does not bring it as `Bearer` gets 401. */
  key?: string | null
  /** `json` refuses a json_schema, `plain` every response_format. `schema` */
  support?: 'schema' | 'json' | 'plain'
  /** The model: what it says of one item, without the id. The second argument is the whole request. */
  answer?: AnswerOf
  fault?: FaultWish
  /** For the fault `stubborn`. */
  stubbornIds?: readonly string[]
}
