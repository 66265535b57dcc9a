// Places in spoken text by places in the display text, along the map that leads from one to the other.
import type { SourceMap, SpokenPart } from '../../contract/index.ts'

/** UTF-16 units of text; a pause has none. */
export const spokenLength = (spoken: readonly SpokenPart[]): number =>
  spoken.reduce((sum, part) => sum + ('text' in part ? part.text.length : 0), 0)

/**
 * The spoken offset of a display offset, both in UTF-16 units; `length` is the spoken text's. A place
 * before which something is left out is the place behind it.
 */
export function spokenPlace(map: SourceMap, display: number, length: number): number {
  let at = -1
  while (at + 1 < map.length && (map[at + 1]?.[1] ?? 0) <= display) at += 1
  const [said, shown] = map[at] ?? [0, display]
  return Math.min(said + display - shown, map[at + 1]?.[0] ?? length, length)
}

/** The same without phonemes, for whoever takes none: neighbouring texts are one. */
export function joinTexts(spoken: readonly SpokenPart[]): SpokenPart[] {
  const joined: SpokenPart[] = []
  for (const part of spoken) {
    const last = joined.at(-1)
    if (!('text' in part)) joined.push(part)
    else if (last && 'text' in last) last.text += part.text
    else joined.push({ text: part.text })
  }
  return joined
}
