// One call to a model: its limits of time, and what its troubles mean.
import { failure, FailureError } from '../../core/base/failure-error.ts'
import type { Clock } from '../../core/base/scope.ts'
import type { ModelQuestion, WritingQuestion } from '../../core/ports/language-models.ts'
import { openDeadlines, type Deadlines } from '../servers/deadlines.ts'
import type { ChatBody, ServerClient } from '../servers/openai-client.ts'
import { failureOfAnswer, type Asked } from '../servers/server-failure.ts'
import { troubleOfModel } from '../servers/trouble.ts'

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

export type ModelCall = {
  deadlines: Deadlines
  /** What to throw for an answer with status 200 that is none. */
  noAnswer(headers: Headers, body: unknown): FailureError
}

/** Fails with `server-*`, `model-timeout`, `key-refused`, `quota-spent`, `model-gone`; aborts by the signal. */
export async function callModel<T>(
  { label, model, key, clock, wholeMs }: AskedModel,
  question: WritingQuestion,
  signal: AbortSignal,
  work: (call: ModelCall) => Promise<T>,
): Promise<T> {
  const asked: Asked = {
    ...{ server: label, model, voice: '', key },
    text: `${question.system}\n${question.user}`,
  }
  const deadlines = openDeadlines(clock, wholeMs, signal)
  const noAnswer = (headers: Headers, body: unknown) => {
    const said = { status: 200, headers, body: JSON.stringify(body) ?? '' }
    const found = failureOfAnswer(said, asked, clock.now())
    return new FailureError(
      found.code === 'sound-refused'
        ? failure('server-failed', { server: label, status: 200 })
        : found,
    )
  }
  try {
    return await work({ deadlines, noAnswer })
  } catch (error) {
    throw troubleOfModel(error, asked, { signal, struckMs: deadlines.struck(), now: clock.now() })
  } finally {
    deadlines.close()
  }
}

export const messagesOf = ({
  system,
  user,
}: Pick<ModelQuestion, 'system' | 'user'>): ChatBody['messages'] => [
  { role: 'system', content: system },
  { role: 'user', content: user },
]
