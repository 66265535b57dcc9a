// What a book is about, in a few sentences.
import type { Proposal } from '../../../../contract/index.ts'
import { cleanText } from '../../../book/clean-text.ts'
import type { DescriptionAnswer } from '../../../script/kinds/description.ts'
import { descriptionItems } from '../description-items.ts'
import type { KeptAnswers } from '../kept-answers.ts'
import type { PlacedItem } from '../placed-item.ts'
import { proposalOf } from '../proposal-of.ts'
import type { ChapterOfKind, KindOfScript } from './kind-of-script.ts'

export const description: KindOfScript = async ({ parts, project, chapterIds, signal }) => {
  async function* chapters(): AsyncGenerator<ChapterOfKind> {
    const asked = await descriptionItems(parts.context, project, chapterIds, signal)
    const proposals: ChapterOfKind['proposals'] = (answers) =>
      asked.map((item) => descriptionProposal(item, answers))
    yield { asked, proposals }
  }
  return { characters: [], chapters: chapters() }
}

function descriptionProposal({ key, place }: PlacedItem, answers: KeptAnswers): Proposal | null {
  const answer = answers.get(key) as DescriptionAnswer | undefined
  const say = cleanText(answer?.say ?? '')
  if (!answer || say === '') return null
  return proposalOf(place, 'model', answer.confidence, { kind: 'description', say })
}
