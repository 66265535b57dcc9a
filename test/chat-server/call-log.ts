// What the chat server has been asked, in order, and how much of it at once.
import type { ChatBody } from './chat-request.ts'

export type ChatCall = {
  /** Null when it was no request for a chat. */
  body: ChatBody | null
  system: string
  /** The content of the last message of the user. */
  user: string
  /** How many it brought. */
  items: number
  /** Milliseconds on one clock that never jumps; `endedAt` is null while it is under way. */
  startedAt: number
  endedAt: number | null
  authorization: string | null
  /** Null while there is none. */
  status: number | null
  /** Whoever asked went away before the end. */
  aborted: boolean
}

export type CallLog = ReturnType<typeof createCallLog>

export function createCallLog() {
  let calls: ChatCall[] = []
  let underWay = 0
  let mostAtOnce = 0

  return {
    get calls() {
      return calls
    },
    get mostAtOnce() {
      return mostAtOnce
    },
    /** What is under way goes on being counted. */
    clear() {
      calls = []
      mostAtOnce = underWay
    },
    /** `end` is called once, when all has been handed over. */
    begin(asked: Pick<ChatCall, 'body' | 'system' | 'user' | 'items' | 'authorization'>) {
      const startedAt = performance.now()
      const call: ChatCall = { ...asked, startedAt, endedAt: null, status: null, aborted: false }
      calls.push(call)
      underWay += 1
      mostAtOnce = Math.max(mostAtOnce, underWay)
      const end = () => {
        call.endedAt = performance.now()
        underWay -= 1
      }
      return { call, end }
    },
  }
}
