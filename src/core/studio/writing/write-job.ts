// Has a language model write a script section by section, each kept as soon as it is whole.
import type { WriteRequest } from '../../../contract/index.ts'
import { failure } from '../../base/failure-error.ts'
import type { ModelAnswer, ModelInUse, WritingQuestion } from '../../ports/language-models.ts'
import type { NotesSection } from '../../script/write/sections.ts'
import {
  expectedWriting,
  writeKey,
  writeQuestion,
  writtenSection,
  type WritingPlan,
} from '../../script/write/write-question.ts'
import type { RunningJob } from '../job-registry.ts'
import { createPaidWork } from '../paid-work.ts'
import { createModelCalls } from '../script/model-calls.ts'
import type { StudioParts } from '../studio-parts.ts'
import type { Draft } from './draft.ts'
import { findWriting, keepWriting } from './kept-writing.ts'

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
  const { context } = parts
  const { modelAnswers, clock } = context
  const calls = createModelCalls(parts, running, limit ?? null)
  const total = plan.sections.length
  let done = 0
  let known = 0

  const askModel = async (model: ModelInUse, section: NotesSection, question: WritingQuestion) => {
    const expected = expectedWriting(question, section)
    try {
      return await calls.call(model, question, expected, (signal) => {
        let text = ''
        draft.coming(text)
        return model.write(question, (piece) => draft.coming((text += piece)), signal)
      })
    } catch (error) {
      draft.coming('')
      throw error
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
    const { tokens } = calls
    running.update({ ...paid.progress(done, total), failed, tokens })
    return trouble
  }
  const write = async (section: NotesSection): Promise<void> => {
    const model = calls.modelNow()
    const question = writeQuestion(plan, section, draft.lines)
    const answer = await askModel(model, section, question)
    const at = { key: writeKey(question), model: model.model, now: clock.now() }
    const { trouble } = writtenSection(section, plan.speakers, answer)
    // What says nothing is asked for again the next time.
    if (trouble === null || trouble === 'cut') await keepWriting(modelAnswers, at, answer)
    settle(section, answer)
  }
  const { budget } = calls
  const paid = createPaidWork(running, { lanes: 1, budget, known: () => known }, write)

  running.update({ total })
  let asks = asksFirst
  try {
    for (const section of plan.sections) {
      const model = calls.modelNow()
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
