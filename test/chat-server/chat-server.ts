// An OpenAI-compatible chat server on 127.0.0.1 for tests, whose model misbehaves as it is told.
import { openBareServer, sendJson } from '../fixtures/bare-server.ts'
import { badKey } from '../speech-server/refusals.ts'
import { answerChat, mayEnter, sendRefusal } from './answer-chat.ts'
import { createCallLog, type ChatCall } from './call-log.ts'
import type { ChatServerOptions } from './options.ts'

export type ChatServer = {
  /** Ends in `/v1`. */
  address: string
  /** Every request to /chat/completions, in order. */
  readonly calls: ChatCall[]
  readonly mostAtOnce: number
  /** The others of its options stay; a fault that is set begins to count its calls anew. */
  control(changed: ChatServerOptions): void
  /** As it was started, without any call. */
  reset(): void
  /** Cuts what is under way. */
  close(): Promise<void>
}

/** Any port that is free. */
export async function openChatServer(start: ChatServerOptions = {}): Promise<ChatServer> {
  const log = createCallLog()
  let options = start
  let admitted = 0
  const nextIndex = () => admitted++

  const server = await openBareServer((request, response) => {
    switch (`${request.method} ${request.path.split('?')[0]}`) {
      case 'POST /v1/chat/completions':
        answerChat(request, response, { options, log, nextIndex }).catch(console.error)
        return
      case 'GET /v1/models':
        if (!mayEnter(options, request)) return sendRefusal(response, badKey)
        return sendJson(response, 200, listModels(options.models))
      default:
        return sendJson(response, 404, { detail: 'Not Found' })
    }
  })

  return {
    address: server.url,
    get calls() {
      return log.calls
    },
    get mostAtOnce() {
      return log.mostAtOnce
    },
    control(changed) {
      options = { ...options, ...changed }
      if ('fault' in changed) admitted = 0
    },
    reset() {
      options = start
      admitted = 0
      log.clear()
    },
    close: () => server.close(),
  }
}

function listModels(names: readonly string[] = ['chat-test']) {
  const data = names.map((id) => ({
    id,
    object: 'model',
    created: 1_699_053_241,
    owned_by: 'lectern-test',
  }))
  return { object: 'list', data }
}
