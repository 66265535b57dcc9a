// Words that are hard to say: as a model would have them read.
import { doubtBelow, type Proposal } from '../../../../contract/index.ts'
import type { WordsAnswer } from '../../../script/kinds/words.ts'
import type { KeptAnswers } from '../kept-answers.ts'
import { proposalOf } from '../proposal-of.ts'
import { wordItems, type WordItem } from '../words-items.ts'
import type { ChapterOfKind, KindOfScript } from './kind-of-script.ts'

export const words: KindOfScript = async ({ parts, project, chapterIds, signal }) => {
  async function* chapters(): AsyncGenerator<ChapterOfKind> {
    const asked = await wordItems(parts.context, project, chapterIds, parts.dictionary, signal)
    yield { asked, proposals: (answers) => asked.map((item) => wordProposal(item, answers)) }
  }
  return { characters: [], chapters: chapters() }
}

function wordProposal(
  { key, place, word, count }: WordItem,
  answers: KeptAnswers,
): Proposal | null {
  const answer = answers.get(key) as WordsAnswer | undefined
  if (!answer) return null
  const [say, ipa] = [answer.say.trim(), answer.ipa.trim()]
  // It is read right as it stands.
  if (say.toLowerCase() === word.toLowerCase()) return null
  const isSure = answer.confidence >= doubtBelow
  const change = { kind: 'words' as const, word, say, count, ...(ipa !== '' && isSure && { ipa }) }
  return proposalOf(place, 'model', answer.confidence, change)
}
