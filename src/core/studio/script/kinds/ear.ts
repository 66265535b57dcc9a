// Lines made for the eye: what is said in their place.
import type { Proposal } from '../../../../contract/index.ts'
import type { EarAnswer } from '../../../script/kinds/ear.ts'
import { earItems } from '../ear-items.ts'
import type { KeptAnswers } from '../kept-answers.ts'
import type { PlacedItem } from '../placed-item.ts'
import { proposalOf } from '../proposal-of.ts'
import type { ChapterOfKind, KindOfScript } from './kind-of-script.ts'

export const ear: KindOfScript = async ({ parts, project, chapterIds, signal }) => {
  async function* chapters(): AsyncGenerator<ChapterOfKind> {
    for await (const asked of earItems(parts.context, project, chapterIds, signal))
      yield { asked, proposals: (answers) => asked.map((item) => earProposal(item, answers)) }
  }
  return { characters: [], chapters: chapters() }
}

function earProposal({ key, place }: PlacedItem, answers: KeptAnswers): Proposal | null {
  const answer = answers.get(key) as EarAnswer | undefined
  const say = answer?.say.trim() ?? ''
  if (!answer || say === '' || say === place.text.trim()) return null
  return proposalOf(place, 'model', answer.confidence, { kind: 'ear', say })
}
