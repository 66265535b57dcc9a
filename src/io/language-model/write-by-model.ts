// One text by one model, piece by piece as it comes where its server streams. No second try: the core says that.
import { fail } from '../../core/base/failure-error.ts'
import type { ModelAnswer, WritingQuestion } from '../../core/ports/language-models.ts'
import type { StreamedChat } from '../servers/openai-client.ts'
import { readRateLimits } from '../servers/rate-limits.ts'
import { callModel, messagesOf, type AskedModel, type ModelCall } from './asked-model.ts'
import { readCompletion, readPiece } from './completion.ts'
import { firstKnownWay } from './first-known-way.ts'

/** What a server can do, best first: stream and tell what it has used, stream, answer at once. */
const manners = ['counted', 'streamed', 'whole'] as const
export type StreamManner = (typeof manners)[number]

/** Longer than any script of a section: a model that repeats itself without end is stopped. */
const longestText = 100_000
/** As long a silence amid a stream is the end of it. */
const silenceMs = 120_000

/** Begins with `from`, and tells which manner the server knew. Fails and aborts as `askModel` does. */
export const writeByModel = (
  asked: AskedModel,
  question: WritingQuestion,
  from: StreamManner,
  onText: (piece: string) => void,
  signal: AbortSignal,
): Promise<{ answer: ModelAnswer; known: StreamManner }> =>
  firstKnownWay(manners, from, (manner) =>
    callModel(asked, question, signal, async (call) => {
      const { client, model, clock } = asked
      const wish = {
        ...{ model, messages: messagesOf(question) },
        ...(manner === 'counted' && { stream_options: { include_usage: true as const } }),
      }
      const { signal: within } = call.deadlines
      const chat: StreamedChat =
        manner === 'whole' ? await client.chat(wish, within) : await client.chatStream(wish, within)
      const answer = await readChat(chat, call, asked.label, onText)
      const limits = readRateLimits(chat, clock.now())
      return { ...answer, ...(limits && { limits }) }
    }),
  )

async function readChat(
  chat: StreamedChat,
  { deadlines, noAnswer }: ModelCall,
  label: string,
  onText: (piece: string) => void,
): Promise<ModelAnswer> {
  if ('body' in chat) {
    const answer = readCompletion(chat.body)
    if (!answer) throw noAnswer(chat.headers, chat.body)
    onText(answer.text)
    return answer
  }
  let text = ''
  let isRefused = false
  let finish: string | null = null
  let isOver = false
  let tokens: ModelAnswer['tokens'] = null
  for await (const event of chat.events) {
    deadlines.next(silenceMs)
    isOver = event === null
    if (isOver) break
    const piece = readPiece(event)
    if (!piece) throw noAnswer(chat.headers, event)
    isRefused ||= piece.isRefusal
    finish ??= piece.finish
    tokens = piece.tokens ?? tokens
    if (piece.text === '') continue
    text += piece.text
    onText(piece.text)
    if (text.length > longestText) finish = 'length'
    if (text.length > longestText) break
  }
  if (!isOver && finish === null)
    throw fail('server-failed', { server: label, status: 200 }, 'the answer broke off')
  return {
    text: text.slice(0, longestText),
    isRefused: isRefused || finish === 'content_filter',
    ...(finish === 'length' && { isCut: true }),
    tokens,
  }
}
