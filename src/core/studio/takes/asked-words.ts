// The words that a voice is asked for: rewritten where it needs that, and as the dictionary says them.
import type { Segment, SpokenPart } from '../../../contract/index.ts'
import type { Pronouncer } from '../../segment/dictionary.ts'
import { joinTexts } from '../../segment/spoken-place.ts'

/** `reads`: the voice reads numbers and short forms itself; `ipa`: it says phonemes. */
export type VoiceNeeds = { reads: boolean; ipa: boolean }

/** What a person has written for the voice stays as it is. */
export function askedWords(
  segment: Pick<Segment, 'text' | 'spoken' | 'map' | 'normalised' | 'manner'>,
  { reads, ipa }: VoiceNeeds,
  pronouncer: Pronouncer,
): readonly SpokenPart[] {
  const { spoken, map, normalised, manner, text } = segment
  if (manner?.isSaidByHand) return spoken
  const said = reads ? { spoken, map } : (normalised ?? { spoken, map })
  const pronounced = pronouncer.pronounce(text, said)
  if (pronounced === said || ipa) return pronounced.spoken
  return joinTexts(pronounced.spoken)
}
