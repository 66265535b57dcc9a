// What the chat server can be told, when it starts and while it runs.
import type { ChatRequest, ChatItem } from './chat-request.ts'
import type { Said } from './fault.ts'
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
  /** What it says where it is asked about no items: a text, such as a script. */
  write?: (asked: ChatRequest) => string | Said
  /**
   * What it does where it is asked to stream: `counted` at the end tells what it has used where that is asked for too,
   * `streamed` refuses to be asked for that, `ignored` answers at once, `refused` not at all. `counted`
   */
  streams?: 'counted' | 'streamed' | 'ignored' | 'refused'
  /** Between two pieces of a stream. 0 */
  pieceMs?: number
  /** For the fault `stubborn`. */
  stubbornIds?: readonly string[]
}
