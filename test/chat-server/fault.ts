// What a fault of the chat server may touch: the pace, the answers to the items, the words, the body.
import type { Refusal } from '../speech-server/refusals.ts'
import type { ChatItem } from './chat-request.ts'

/** What the model says of one item. */
export type AnswerItem = { id: string; [field: string]: unknown }

export type Asked = {
  items: readonly ChatItem[]
  /** Counts, from 0, what came since the fault was set; what the key kept out does not count. */
  callIndex: number
  stubbornIds: readonly string[]
}

/** One choice of a completion. */
export type Said = {
  content: string | null
  refusal?: string
  finishReason?: 'stop' | 'length'
}

export type Fault = {
  /** It befalls the `nth` of every so many calls; absent: all. A fault that a function gives always does. */
  nth?: number
  every?: number
  /** Instead of any answer, and at once. */
  refusal?: Refusal
  latencyFactor?: number
  spoil?: (answers: readonly AnswerItem[], asked: Asked) => AnswerItem[]
  say?: (answers: readonly AnswerItem[], asked: Asked) => Said
  /** The connection ends half way through the body. */
  breaksOff?: true
}
