// How a line is said: as the narration beside it tells, or as a model hears it.
import type { Proposal } from '../../../../contract/index.ts'
import type { HowAnswer } from '../../../script/kinds/how.ts'
import { howItems, type HowItem } from '../how-items.ts'
import type { KeptAnswers } from '../kept-answers.ts'
import { proposalOf } from '../proposal-of.ts'
import type { ChapterOfKind, KindOfScript } from './kind-of-script.ts'

/** Proposals that the narration beside a line makes: likely, and looked at by whoever wants to. */
const toldConfidence = 0.8

/** What a person has said already is neither asked about nor proposed otherwise. */
export const how: KindOfScript = async ({ parts, project, chapterIds, signal }) => {
  async function* chapters(): AsyncGenerator<ChapterOfKind> {
    for await (const items of howItems(parts.context, project, chapterIds, signal)) {
      const asked = items.filter(({ isSet }) => !isSet)
      yield { asked, proposals: (answers) => asked.map((item) => howProposal(item, answers)) }
    }
  }
  return { characters: [], chapters: chapters() }
}

function howProposal({ key, place, told }: HowItem, answers: KeptAnswers): Proposal | null {
  const answer = answers.get(key) as HowAnswer | undefined
  if (answer && answer.tone !== 'plain') {
    const { tone, phrase, confidence } = answer
    return proposalOf(place, 'model', confidence, {
      kind: 'how',
      delivery: { tone, phrase: phrase.trim() },
    })
  }
  if (answer || told === null) return null
  return proposalOf(place, 'book', toldConfidence, {
    kind: 'how',
    delivery: { tone: told, phrase: '' },
  })
}
