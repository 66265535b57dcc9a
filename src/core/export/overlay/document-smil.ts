// What is heard when in one document of a book, as SMIL: in the order of its text, wherever its sound lies.
import { clockValue } from './overlay-chapter.ts'
import type { WovenSegment } from './weave-spans.ts'
import { escaped, xmlHead } from './xml.ts'

/** Milliseconds of a sound; `audio` is from the SMIL. */
export type HeardClip = { audio: string; from: number; to: number }

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

export const heardMsOf = (pairs: readonly Pair[]): number =>
  pairs.reduce((sum, { from, to }) => sum + to - from, 0)

/** `text`: the document, from the SMIL. EPUB 3 media overlay document (w3.org/TR/epub-33 §9.2). */
export const documentSmil = (text: string, pairs: readonly Pair[]): string =>
  `${xmlHead}<smil xmlns="http://www.w3.org/ns/SMIL" version="3.0">\n` +
  `<body>\n` +
  pairs
    .map(
      ({ id, audio, from, to }, index) =>
        `<par id="p${index + 1}"><text src="${escaped(text)}#${id}"/>` +
        `<audio src="${escaped(audio)}" clipBegin="${clockValue(from)}" clipEnd="${clockValue(to)}"/></par>\n`,
    )
    .join('') +
  `</body>\n</smil>\n`
