// One question to one model, in the strictest way that its server knows. No second try: the core says that.
import type { ModelAnswer, ModelQuestion } from '../../core/ports/language-models.ts'
import type { ChatBody } from '../servers/openai-client.ts'
import { readRateLimits } from '../servers/rate-limits.ts'
import { callModel, messagesOf, type AskedModel } from './asked-model.ts'
import { readCompletion } from './completion.ts'
import { firstKnownWay } from './first-known-way.ts'

/** How strictly a server can be told what its answer looks like, best first. */
const strictness = ['schema', 'json', 'plain'] as const
export type Strictness = (typeof strictness)[number]

/**
 * Begins with `from`, and tells which way the server knew. Fails with `server-*`, `model-timeout`, `key-refused`,
 * `quota-spent`, `model-gone`; aborts by the signal.
 */
export const askModel = (
  asked: AskedModel,
  question: ModelQuestion,
  from: Strictness,
  signal: AbortSignal,
): Promise<{ answer: ModelAnswer; known: Strictness }> =>
  firstKnownWay(strictness, from, (way) => askOnce(asked, question, way, signal))

const askOnce = (
  asked: AskedModel,
  question: ModelQuestion,
  way: Strictness,
  signal: AbortSignal,
): Promise<ModelAnswer> =>
  callModel(asked, question, signal, async ({ deadlines, noAnswer }) => {
    const wish = bodyOf(asked.model, question, way)
    const { body, headers } = await asked.client.chat(wish, deadlines.signal)
    const answer = readCompletion(body)
    if (!answer) throw noAnswer(headers, body)
    const limits = readRateLimits({ headers }, asked.clock.now())
    return { ...answer, ...(limits && { limits }) }
  })

function bodyOf(model: string, question: ModelQuestion, way: Strictness): ChatBody {
  const { schema } = question
  return {
    model,
    messages: messagesOf(question),
    ...(way === 'schema' && {
      response_format: {
        type: 'json_schema' as const,
        json_schema: { name: schema.name, schema: schema.json, strict: true },
      },
    }),
    ...(way === 'json' && { response_format: { type: 'json_object' as const } }),
  }
}
