// Words and characters, as `inspect` and the chapter list count them.

const wordSegmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** Words as Intl.Segmenter counts, characters in code points. */
export function countText(texts: readonly string[]): { words: number; characters: number } {
  let words = 0
  let characters = 0
  for (const text of texts) {
    for (const part of wordSegmenter.segment(text)) if (part.isWordLike) words += 1
    for (const _ of text) characters += 1
  }
  return { words, characters }
}
