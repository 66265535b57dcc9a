// What a voice is asked at once, where it cannot take a whole segment: parts, and our pauses between.
import type { SpokenPart } from '../../../contract/index.ts'
import type { ProviderCapabilities } from '../../ports/speech.ts'
import { splitSpoken } from '../../segment/split-spoken.ts'

export type SpeakingPart = { spoken: readonly SpokenPart[] } | { pauseMs: number }

/** Characters of text, as they are counted and paid for. */
export const charactersOf = (spoken: readonly SpokenPart[]): number =>
  spoken.reduce((sum, part) => sum + ('text' in part ? part.text.length : 0), 0)

/** One part where the voice takes it whole. Parts without anything to say are left out. */
export function speakingParts(
  spoken: readonly SpokenPart[],
  { maxCharacters, pauses }: Pick<ProviderCapabilities, 'maxCharacters' | 'pauses'>,
): SpeakingPart[] {
  const isShort = charactersOf(spoken) <= maxCharacters
  if (isShort && (pauses || !spoken.some((part) => 'pauseMs' in part))) return [{ spoken }]
  const groups = isShort ? [[...spoken]] : splitSpoken(spoken, maxCharacters)
  if (pauses) return groups.filter(isSpeakable).map((group) => ({ spoken: group }))
  return groups.flatMap(withPausesApart)
}

/** The same in two halves, for a voice that got lost in the whole; null where there is nothing to cut. */
export function halves(spoken: readonly SpokenPart[]): SpokenPart[][] | null {
  const groups = splitSpoken(spoken, Math.ceil(charactersOf(spoken) * 0.6)).filter(isSpeakable)
  return groups.length > 1 ? groups : null
}

function withPausesApart(group: readonly SpokenPart[]): SpeakingPart[] {
  const parts: SpeakingPart[] = []
  let run: SpokenPart[] = []
  const flush = () => {
    if (isSpeakable(run)) parts.push({ spoken: run })
    run = []
  }
  for (const part of group) {
    if (!('pauseMs' in part)) {
      run.push(part)
      continue
    }
    flush()
    parts.push({ pauseMs: part.pauseMs })
  }
  flush()
  return parts
}

const isSpeakable = (parts: readonly SpokenPart[]): boolean =>
  parts.some((part) => 'text' in part && /[\p{L}\p{N}]/u.test(part.text))
