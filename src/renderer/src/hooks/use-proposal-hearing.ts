// Lets a word be heard as it is proposed to be said, in the line where it stands first.
import type { Proposal } from '../../../contract/index.ts'
import { words } from '../words.ts'
import { useBook } from './use-book.ts'
import { useFace } from './use-face.ts'
import { type Hearing, useHearing } from './use-hearing.ts'

/** Longer lines are not needed to hear a word. */
const mostCharacters = 300

/** By the proposals' keys. */
export function useProposalHearing(proposals: readonly Proposal[]): Hearing<string> {
  const { connection, news } = useFace()
  const { projectId } = useBook()
  return useHearing(async (key: string) => {
    const proposal = proposals.find((one) => one.key === key)
    if (proposal?.change.kind !== 'words') return null
    const { word, say, ipa } = proposal.change
    const line = proposal.text.trim()
    const isShort = line !== '' && line.length <= mostCharacters
    const entry = {
      ...{ id: 'draft', word, say: say || word, ...(ipa !== undefined && { ipa }) },
      ...{ isCaseSensitive: true, isWholeWord: true, language: null },
    }
    const args = {
      ...{ projectId, entry, words: isShort ? line : word },
      ...(isShort && { segmentId: proposal.segmentId }),
    }
    const heard = news.settle(await connection.call('dictionary.hear', args))
    if (heard !== null) news.say(words.dictionary.hearing(args.words))
    return heard?.address ?? null
  })
}
