// What is heard when in one document of a book, as SMIL: in the order of its text, wherever its sound lies.
import { pairElement, type Heard } from './smil.ts'
import { secondsAt, type PaceMark } from '../word-pace.ts'
import type { WovenSegment } from './weave-spans.ts'
import { xmlHead } from './xml.ts'

/** `audio` is from the SMIL; `pace` with letters in shares of the text (0 to 1), where it is known. */
export type HeardClip = Heard & { audio: string; pace?: readonly PaceMark[] }

type Pair = Omit<HeardClip, 'pace'> & { id: string }

/**
 * Which span is lit when. A segment with several spans is heard in one clip, and nobody knows when a voice gets
 * to each of them unless it was heard back: they have their share of it by the letters in them.
 */
export function pairsOf(
  segments: readonly WovenSegment[],
  clips: ReadonlyMap<string, HeardClip>,
): Pair[] {
  return segments.flatMap(({ segmentId, spans }) => {
    const clip = clips.get(segmentId)
    if (!clip) return []
    const all = spans.reduce((sum, { characters }) => sum + characters, 0)
    let read = 0
    let from = clip.from
    return spans.flatMap(({ id, characters }): Pair[] => {
      read += characters
      const to = read === all ? clip.to : reachedAt(clip, read / all)
      if (to <= from) return []
      const pair = { audio: clip.audio, id, from, to }
      from = to
      return [pair]
    })
  })
}

/** When so much of the text is read, in milliseconds. */
function reachedAt({ from, to, pace }: HeardClip, share: number): number {
  if (!pace) return from + Math.round((to - from) * share)
  return Math.min(to, Math.max(from, Math.round(secondsAt(pace, share) * 1000)))
}

/** `text`: the document, from the SMIL. */
export const documentSmil = (text: string, pairs: readonly Pair[]): string =>
  `${xmlHead}<smil xmlns="http://www.w3.org/ns/SMIL" version="3.0">\n` +
  `<body>\n` +
  pairs
    .map(({ id, ...pair }, index) =>
      pairElement(`p${index + 1}`, { ...pair, text: `${text}#${id}` }),
    )
    .join('') +
  `</body>\n</smil>\n`
