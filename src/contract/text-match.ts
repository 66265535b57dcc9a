// Finds words in a text as a person means them: by letter case and by whole words, where that is wanted.

export type WordQuery = {
  words: string
  isCaseSensitive: boolean
  /** Not inside of longer words. */
  isWholeWord: boolean
}

/** The signs of an expression and no others: a hyphen must stand bare outside of a class. */
const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)

/** A letter with its marks is the same in one sign and in several, in the query and in the text. */
const eitherForm = (text: string): string =>
  escaped(text).replaceAll(/[^\0-\u{7F}]/gu, (letter) => {
    const apart = letter.normalize('NFD')
    return apart === letter ? letter : `(?:${letter}|${apart})`
  })

/**
 * What a query's words look like in an expression: every white space is as good as another. White space
 * around them is meant as well, or what is put in their place would not fit.
 */
const patternOf = ({ words: typed, isWholeWord }: WordQuery): string => {
  const words = typed.normalize('NFC')
  const pattern = words
    .split(/\s+/)
    .map(eitherForm)
    .join(String.raw`\s+`)
  if (!isWholeWord) return pattern
  // A sign at the edge ends the word by itself.
  const before = /^[\p{L}\p{N}]/u.test(words) ? String.raw`(?<![\p{L}\p{N}\p{M}])` : ''
  const behind = /[\p{L}\p{N}]\p{M}*$/u.test(words) ? String.raw`(?![\p{L}\p{N}\p{M}])` : ''
  return before + pattern + behind
}

/** Global: for `matchAll` and `replaceAll`. */
export const expressionOf = (query: WordQuery): RegExp =>
  new RegExp(patternOf(query), query.isCaseSensitive ? 'gu' : 'giu')
