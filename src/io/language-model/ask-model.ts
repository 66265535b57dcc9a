// One question to one model, in the strictest way that its server knows. No second try: the core says that.
import { fail, failure, FailureError } from '../../core/base/failure-error.ts'
import type { Clock } from '../../core/base/scope.ts'
import type { ModelAnswer, ModelQuestion } from '../../core/ports/language-models.ts'
import { openDeadlines } from '../servers/deadlines.ts'
import type { ChatBody, ServerClient } from '../servers/openai-client.ts'
import { readRateLimits } from '../servers/rate-limits.ts'
import { failureOfAnswer, type Asked } from '../servers/server-failure.ts'
import { troubleOfModel } from '../servers/trouble.ts'
import { readCompletion } from './completion.ts'

/** How strictly a server can be told what its answer looks like, best first. */
export const strictness = ['schema', 'json', 'plain'] as const
export type Strictness = (typeof strictness)[number]

export type AskedModel = {
  /** For people. */
  label: string
  model: string
  client: ServerClient
  /** Kept out of every failure. */
  key: string | null
  clock: Clock
  wholeMs: number
}

/**
 * Begins with `from`, and goes on to the next where the server does not know it; tells which it knew. Fails with
 * `server-*`, `model-timeout`, `key-refused`, `quota-spent`, `model-gone`; aborts by the signal.
 */
export async function askModel(
  asked: AskedModel,
  question: ModelQuestion,
  from: Strictness,
  signal: AbortSignal,
): Promise<{ answer: ModelAnswer; known: Strictness }> {
  const ways = strictness.slice(strictness.indexOf(from))
  for (const [index, way] of ways.entries()) {
    try {
      return { answer: await askOnce(asked, question, way, signal), known: way }
    } catch (error) {
      const isLast = index === ways.length - 1
      // What it says of a schema that it does not know is worded in a hundred ways; a shorter wish settles it.
      const isRefused = error instanceof FailureError && error.failure.code === 'server-refused'
      if (isLast || !isRefused) throw error
    }
  }
  throw fail('server-refused', { server: asked.label, reason: 'no way of asking' })
}

async function askOnce(
  { label, model, client, key, clock, wholeMs }: AskedModel,
  question: ModelQuestion,
  way: Strictness,
  signal: AbortSignal,
): Promise<ModelAnswer> {
  const asked: Asked = {
    ...{ server: label, model, voice: '', key },
    text: `${question.system}\n${question.user}`,
  }
  const deadlines = openDeadlines(clock, wholeMs, signal)
  try {
    const { body, headers } = await client.chat(bodyOf(model, question, way), deadlines.signal)
    const answer = readCompletion(body)
    if (!answer) {
      const said = { status: 200, headers, body: JSON.stringify(body) ?? '' }
      const found = failureOfAnswer(said, asked, clock.now())
      throw new FailureError(
        found.code === 'sound-refused'
          ? failure('server-failed', { server: label, status: 200 })
          : found,
      )
    }
    const limits = readRateLimits({ headers }, clock.now())
    return { ...answer, ...(limits && { limits }) }
  } catch (error) {
    throw troubleOfModel(error, asked, { signal, struckMs: deadlines.struck(), now: clock.now() })
  } finally {
    deadlines.close()
  }
}

function bodyOf(model: string, { system, user, schema }: ModelQuestion, way: Strictness): ChatBody {
  return {
    model,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    ...(way === 'schema' && {
      response_format: {
        type: 'json_schema' as const,
        json_schema: { name: schema.name, schema: schema.json, strict: true },
      },
    }),
    ...(way === 'json' && { response_format: { type: 'json_object' as const } }),
  }
}
