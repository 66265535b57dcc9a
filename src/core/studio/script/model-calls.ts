// The calls of one job to the language model: each in its turn, within a budget, and counted.
import { fail, failureOf } from '../../base/failure-error.ts'
import type {
  ModelAnswer,
  ModelInUse,
  Tokens,
  WritingQuestion,
} from '../../ports/language-models.ts'
import { createBudget, type Budget } from '../budget.ts'
import type { RunningJob } from '../job-registry.ts'
import type { StudioParts } from '../studio-parts.ts'
import { costOf, sum, usedTokens } from './script-bill.ts'

const refused: ModelAnswer = { text: '', isRefused: true, tokens: { in: 0, out: 0 } }

export type ModelCalls = {
  readonly budget: Budget
  /** Of all that were answered so far. */
  readonly tokens: Tokens
  /**
   * Another one may be set, or none, while the job runs or waits: nothing goes to one that is not set any more. Fails
   * with `no-language-model`.
   */
  modelNow(): ModelInUse
  /** `expected`: of this call, before it is made. Fails as the model does; aborted with the job. */
  call(
    model: ModelInUse,
    question: WritingQuestion,
    expected: Tokens,
    ask: (signal: AbortSignal) => Promise<ModelAnswer>,
  ): Promise<ModelAnswer>
}

/** `limit`: what they may cost, null where there is none. */
export function createModelCalls(
  { context, script }: Pick<StudioParts, 'context' | 'script'>,
  running: RunningJob,
  limit: number | null,
): ModelCalls {
  const { languageModels } = context
  const budget = createBudget(limit, languageModels.inUse()?.price?.currency)
  let tokens = { in: 0, out: 0 }
  let hasAnswered = false
  running.scope.own(running.onResume(script.schedule.tryNow))
  return {
    budget,
    get tokens() {
      return tokens
    },
    modelNow() {
      const model = languageModels.inUse()
      if (!model) throw fail('no-language-model')
      return model
    },
    async call(model, question, expected, ask) {
      const { price } = model
      const settled = budget.commit(costOf(expected, price), price?.currency)
      try {
        const letters = question.system.length + question.user.length
        const answer = await script.schedule.run(model, letters, ask, {
          ...{ signal: running.signal, onWaiting: (waiting) => running.waitFor(waiting) },
        })
        hasAnswered = true
        const used = usedTokens(question, answer)
        tokens = sum(tokens, used)
        budget.spent(costOf(used, price), price?.currency)
        return answer
      } catch (error) {
        // A server that answers others refuses what was sent, not us.
        if (hasAnswered && failureOf(error).code === 'server-refused') return refused
        throw error
      } finally {
        settled()
      }
    },
  }
}
