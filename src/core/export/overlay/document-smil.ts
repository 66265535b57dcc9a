// What is heard when in one document of a book, as SMIL: in the order of its text, wherever its sound lies.
import { pairElement, type Heard } from './smil.ts'
import type { WovenSegment } from './weave-spans.ts'
import { xmlHead } from './xml.ts'

/** `audio` is from the SMIL. */
export type HeardClip = Heard & { audio: string }

type Pair = HeardClip & { id: string }

/**
 * Which span is lit when. A segment with several spans is heard in one clip, and nobody knows when a voice gets
 * to each of them: they have their share of it by the letters in them.
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
      const to = clip.from + Math.round(((clip.to - clip.from) * read) / all)
      if (to <= from) return []
      const pair = { audio: clip.audio, id, from, to }
      from = to
      return [pair]
    })
  })
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
