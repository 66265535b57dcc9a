// Spoken text that is too long for a voice, cut where a reader would breathe.
import type { SpokenPart } from '../../contract/index.ts'

/** Where to cut, best first: each finds the end of what stays before the cut. */
const breaks: readonly RegExp[] = [
  /[.!?…。！？]["'”’»)\]]*\s+|[。！？]/gu,
  /[;:；：]["'”’»)\]]*\s+|[；：]|\s*[—–]\s*(?![\d])/gu,
  /,["'”’»)\]]*\s+|[，、]/gu,
  /\s+(?=(?:and|or|but|because|which|that|und|oder|aber|weil|dass|et|ou|mais|parce|que|y|o|pero|porque)\s)/giu,
  /\s+/gu,
]

/**
 * Groups parts so that no group has more than `maxCharacters` of text (UTF-16 units), cutting texts
 * where needed: at the end of a sentence, at ; : —, at a comma, before a conjunction, at a space;
 * never inside a number or a grapheme. A part with its own phonemes is never cut. Groups that end in
 * a cut keep the white space before it.
 */
export function splitSpoken(parts: readonly SpokenPart[], maxCharacters: number): SpokenPart[][] {
  const groups: SpokenPart[][] = []
  let group: SpokenPart[] = []
  let length = 0
  for (const part of parts) {
    const pieces = 'text' in part && !('ipa' in part) ? cutText(part.text, maxCharacters) : null
    for (const piece of pieces?.map((text): SpokenPart => ({ text })) ?? [part]) {
      const pieceLength = 'text' in piece ? piece.text.length : 0
      if (group.length > 0 && length + pieceLength > maxCharacters) {
        groups.push(group)
        group = []
        length = 0
      }
      group.push(piece)
      length += pieceLength
    }
  }
  if (group.length > 0) groups.push(group)
  return groups
}

function cutText(text: string, max: number): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > max) {
    const at = cutAt(rest, max)
    pieces.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  pieces.push(rest)
  return pieces
}

/** The best place to cut in the first `max` units; a place in the last two thirds beats a better kind. */
function cutAt(text: string, max: number): number {
  const head = text.slice(0, max + 1)
  let fallback = 0
  for (const kind of breaks) {
    for (const { index, 0: found } of [...head.matchAll(kind)].reverse()) {
      const at = index + found.length
      if (at > max || at === 0) continue
      if (at >= max / 3) return at
      fallback = Math.max(fallback, at)
      break
    }
  }
  return fallback > 0 ? fallback : graphemeCut(text, max)
}

/** No space at all, as in Chinese: between graphemes, and not inside a number if that can be. */
function graphemeCut(text: string, max: number): number {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
  let end = 0
  let outsideNumber = 0
  for (const { index, segment } of segmenter.segment(text)) {
    if (index + segment.length > max && end > 0) break
    end = index + segment.length
    if (!/[\p{N}.,]$/u.test(text.slice(0, end)) || !/^\p{N}/u.test(text.slice(end)))
      outsideNumber = end
  }
  return outsideNumber > 0 ? outsideNumber : end
}
