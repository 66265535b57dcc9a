// What writing a script would need, and what would be sent, before anything is.
import type { WriteEstimate, WriteRequest } from '../../../contract/index.ts'
import { createBreath } from '../../base/breath.ts'
import { readable } from '../../script/readable.ts'
import type { ScriptLine } from '../../script/write/script-line.ts'
import {
  expectedWriting,
  planWriting,
  writeKey,
  writeQuestion,
  writtenSection,
} from '../../script/write/write-question.ts'
import type { WritingQuestion } from '../../ports/language-models.ts'
import { costOf, sum } from '../script/script-bill.ts'
import type { StudioParts } from '../studio-parts.ts'
import { findWriting } from './kept-writing.ts'

/** Goes along with what was written before as far as that reaches; sends nothing. */
export async function estimateWriting(
  { context }: Pick<StudioParts, 'context'>,
  request: Omit<WriteRequest, 'budget'>,
): Promise<WriteEstimate> {
  const model = context.languageModels.inUse()
  const plan = planWriting(request)
  const lines: ScriptLine[] = []
  let known = 0
  let tokens = { in: 0, out: 0 }
  let sample: WritingQuestion | null = null
  const breath = createBreath(context.clock)
  for (const section of plan.sections) {
    await breath()
    const question = writeQuestion(plan, section, lines)
    const isNext = sample === null && model !== null
    const kept = isNext
      ? await findWriting(context.modelAnswers, writeKey(question), model.model)
      : null
    if (kept) {
      known += 1
      lines.push(...writtenSection(section, plan.speakers, { ...kept, isRefused: false }).lines)
      continue
    }
    // What stands before the sections behind it is not known yet: about as much as before this one.
    sample ??= question
    tokens = sum(tokens, expectedWriting(question, section))
  }
  const price = model?.price ?? null
  const sections = plan.sections.length
  return {
    ...{ sections, known, calls: sections - known, tokensIn: tokens.in, tokensOut: tokens.out },
    cost: price && { amount: costOf(tokens, price), currency: price.currency },
    sample: sample && { system: sample.system, user: readable(sample.user) },
  }
}
