// Lets an entry be heard before it is kept: in the first line that it changes, else its word alone.
import type { DictionaryEntry } from '../../../contract/index.ts'
import type { EntryDraft } from '../state/entry-draft.ts'
import { words } from '../words.ts'
import type { Affected } from './use-entry-affects.ts'
import { useFace } from './use-face.ts'
import { useHearing } from './use-hearing.ts'

/** Longer lines are not needed to hear a word. */
const mostCharacters = 300

/** `entry`: null while the draft is none yet. */
export function useEntryHearing(
  projectId: string,
  draft: EntryDraft,
  entry: DictionaryEntry | null,
  affected: Affected | null,
): { isHeard: boolean; toggle: () => void } {
  const { connection, news } = useFace()
  const hearing = useHearing(async (_: 'draft') => {
    if (entry === null) return null
    const line = affected?.lines.find(({ text }) => text.length <= mostCharacters)
    const args = {
      projectId,
      words: line?.text.trim() || draft.word.trim(),
      entry,
      ...(line && { segmentId: line.segmentId }),
    }
    const heard = news.settle(await connection.call('dictionary.hear', args))
    if (heard !== null) news.say(words.dictionary.hearing(args.words))
    return heard?.address ?? null
  })
  return { isHeard: hearing.hearing !== null, toggle: () => hearing.toggle('draft') }
}
