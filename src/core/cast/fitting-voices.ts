// A voice for each character, out of those at hand: fitting, and another one for everybody while there are any.
import { primaryOf, type Voice, type VoiceId } from '../../contract/index.ts'
import type { Gender } from './quotation.ts'

export type Uncast = { id: string; gender: Gender | null }

/**
 * `characters`: those who say most first, for they choose first. `voices`: best first; `taken`: the narrator's, and what
 * others have already. A voice must speak the language and not be of the other gender; once all are taken the one
 * that fewest have is given again, but never the narrator's. Who finds none gets none.
 */
export function fittingVoices(
  characters: readonly Uncast[],
  voices: readonly Voice[],
  { language, narrator, taken }: { language: string; narrator: VoiceId; taken: readonly VoiceId[] },
): Map<string, VoiceId> {
  const base = primaryOf(language)
  const speaking = voices.filter(
    ({ id, languages }) =>
      id !== narrator &&
      (languages.length === 0 || languages.some((each) => primaryOf(each) === base)),
  )
  const uses = new Map<VoiceId, number>()
  for (const id of taken) uses.set(id, (uses.get(id) ?? 0) + 1)
  const given = new Map<string, VoiceId>()
  for (const { id, gender } of characters) {
    const fitting = speaking.filter((voice) => fit(voice, gender) !== null)
    const [best] = fitting.toSorted(
      (a, b) =>
        (uses.get(a.id) ?? 0) - (uses.get(b.id) ?? 0) ||
        (fit(b, gender) ?? 0) - (fit(a, gender) ?? 0),
    )
    if (!best) continue
    given.set(id, best.id)
    uses.set(best.id, (uses.get(best.id) ?? 0) + 1)
  }
  return given
}

/** More is better; null: it does not fit at all. */
function fit({ gender }: Voice, wanted: Gender | null): number | null {
  if (wanted === null || gender === 'unknown') return 1
  return (gender === 'female') === (wanted === 'she') ? 2 : null
}
