// Has a language model write a script section by section, each kept as soon as it is whole.
import type { WriteRequest } from '../../../contract/index.ts'
import { fail, failure, failureOf } from '../../base/failure-error.ts'
import type { ModelAnswer, ModelInUse, WritingQuestion } from '../../ports/language-models.ts'
import type { NotesSection } from '../../script/write/sections.ts'
import {
  expectedWriting,
  writeKey,
  writeQuestion,
  writtenSection,
  type WritingPlan,
} from '../../script/write/write-question.ts'
import { createBudget } from '../budget.ts'
import type { RunningJob } from '../job-registry.ts'
import { createPaidWork } from '../paid-work.ts'
import { costOf, sum, usedTokens } from '../script/script-bill.ts'
import type { StudioParts } from '../studio-parts.ts'
import type { Draft } from './draft.ts'
import { findWriting, keepWriting } from './kept-writing.ts'

const refused: ModelAnswer = { text: '', isRefused: true, tokens: { in: 0, out: 0 } }

export type WritingOrder = {
  plan: WritingPlan
  draft: Draft
  budget: WriteRequest['budget']
  /** A crash has left it open: what costs money waits for a person. */
  asksFirst: boolean
}

/** Resolves when the draft is whole. Pauses where going on would only fail again. */
export async function writeSections(
  parts: Pick<StudioParts, 'context' | 'script'>,
  running: RunningJob,
  { plan, draft, budget: limit, asksFirst }: WritingOrder,
): Promise<void> {
  const { context, script } = parts
  const { modelAnswers, languageModels, clock } = context
  /** Another one may be set, or none, while it runs or waits: nothing goes to one that is not set any more. */
  const modelNow = (): ModelInUse => {
    const model = languageModels.inUse()
    if (!model) throw fail('no-language-model')
    return model
  }
  const budget = createBudget(limit ?? null, languageModels.inUse()?.price?.currency)
  const total = plan.sections.length
  let tokens = { in: 0, out: 0 }
  let done = 0
  let known = 0
  let hasAnswered = false

  const askModel = async (model: ModelInUse, section: NotesSection, question: WritingQuestion) => {
    const { price } = model
    const settled = budget.commit(
      costOf(expectedWriting(question, section), price),
      price?.currency,
    )
    try {
      const answer = await script.schedule.run(
        model,
        question.system.length + question.user.length,
        (signal) => {
          let text = ''
          draft.coming(text)
          return model.write(question, (piece) => draft.coming((text += piece)), signal)
        },
        { signal: running.signal, onWaiting: (waiting) => running.waitFor(waiting) },
      )
      hasAnswered = true
      const used = usedTokens(question, answer)
      tokens = sum(tokens, used)
      budget.spent(costOf(used, price), price?.currency)
      return answer
    } catch (error) {
      draft.coming('')
      // A server that answers others refuses these notes, not us.
      if (hasAnswered && failureOf(error).code === 'server-refused') return refused
      throw error
    } finally {
      settled()
    }
  }
  const settle = (
    section: NotesSection,
    answer: Pick<ModelAnswer, 'text' | 'isRefused' | 'isCut'>,
  ) => {
    const { heading } = section
    const { lines, trouble } = writtenSection(section, plan.speakers, answer)
    if (trouble) context.log.warn('a section was not written as asked', { reason: trouble })
    draft.settle(lines, trouble && { heading, reason: trouble })
    done += 1
    const failed = draft.unwritten.length
    running.update({ ...paid.progress(done, total), failed, tokens })
    return trouble
  }
  const write = async (section: NotesSection): Promise<void> => {
    const model = modelNow()
    const question = writeQuestion(plan, section, draft.lines)
    const answer = await askModel(model, section, question)
    const at = { key: writeKey(question), model: model.model, now: clock.now() }
    const { trouble } = writtenSection(section, plan.speakers, answer)
    // What says nothing is asked for again the next time.
    if (trouble === null || trouble === 'cut') await keepWriting(modelAnswers, at, answer)
    settle(section, answer)
  }
  const paid = createPaidWork(running, { lanes: 1, budget, known: () => known }, write)
  running.scope.own(running.onResume(script.schedule.tryNow))

  running.update({ total })
  let asks = asksFirst
  try {
    for (const section of plan.sections) {
      const model = modelNow()
      const key = writeKey(writeQuestion(plan, section, draft.lines))
      const kept = await findWriting(modelAnswers, key, model.model)
      if (kept) {
        known += 1
        settle(section, { ...kept, isRefused: false })
        continue
      }
      if (asks && model.price) running.pause(failure('resume-costs', { server: model.label }))
      asks = false
      // One after the other: each goes on from what stands before it.
      await paid.begin(section)
      await paid.finish()
    }
  } finally {
    await paid.idle()
  }
}
