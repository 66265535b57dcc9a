// Which segments an entry would be said in, while it is being written.
import type { CommandReply, DictionaryEntry } from '../../../contract/index.ts'
import { useAnswer } from './use-answer.ts'

export type Affected = CommandReply<'dictionary.affects'>

/** Longer than between two keys: each asking is a look through the whole book. */
const pauseMs = 350

/**
 * Null while it is being counted, or where there is no word. Only what decides where it is said counts:
 * how it is said may change meanwhile.
 */
export function useEntryAffects(projectId: string, entry: DictionaryEntry | null): Affected | null {
  const args = entry && {
    projectId,
    entry: { ...entry, id: 'draft', say: entry.word, ipa: undefined },
  }
  return useAnswer('dictionary.affects', args, { restMs: pauseMs }).value
}
