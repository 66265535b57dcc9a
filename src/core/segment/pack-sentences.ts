// Short neighbours together: a voice reads a few sentences at once better than one word alone.

/** Sentences are joined up to about this many characters. */
const target = 250
/** A crumb may join a neighbour up to this length, so that it is not spoken alone. */
const crumb = 15
const crumbTarget = 300

/** Joins neighbours of one block. Concatenated, the result is the concatenated sentences. */
export function packSentences(sentences: readonly string[]): string[] {
  const packed: string[] = []
  for (const sentence of sentences) {
    const last = packed.at(-1)
    if (last !== undefined && belongTogether(last, sentence))
      packed[packed.length - 1] = last + sentence
    else packed.push(sentence)
  }
  return packed
}

function belongTogether(left: string, right: string): boolean {
  const length = left.length + right.trimEnd().length
  if (length <= target) return true
  const shorter = Math.min(left.trim().length, right.trim().length)
  return shorter < crumb && length <= crumbTarget
}
