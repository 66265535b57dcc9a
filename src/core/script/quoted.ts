// Whether an answer only gives back what stood in the text, as a model does that follows the text.

/** So much of a passage word by word is no accident. */
const quotedFrom = 12

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whatever its signs and its case. Short words may stand anywhere. */
export function isQuoted(words: string, text: string): boolean {
  const sought = plain(words)
  return sought.length >= quotedFrom && plain(text).includes(sought)
}

/** Whether the word or name stands there, with no letter before or behind it. */
export function stands(word: string, text: string): boolean {
  const sought = plain(word)
  return sought !== '' && ` ${plain(text)} `.includes(` ${sought} `)
}
