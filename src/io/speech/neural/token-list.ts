// tokens.txt: which symbol has which number. The engine ends its process over a line it cannot read.

/** Symbols that are skipped where they are spelled out. */
const spelledOut = new Set(['<BLNK>', '<BOS>', '<EOS>', '<PAD>', '<UNK>', '<blank>', '<unk>'])

/**
 * What is wrong with a list, in words, or null. `needed` are symbols without which the engine ends.
 * With `isPhonetic` each symbol is one character, and no symbol is there twice.
 */
export function tokenListFault(
  text: string,
  isPhonetic: boolean,
  needed: readonly string[],
): string | null {
  const seen = new Set<string>()
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const words = line.trim().split(/\s+/)
    const [first = '', number] = words
    const symbol = number === undefined ? ' ' : first
    if (words.length > 2 || !/^\d+$/.test(number ?? first))
      return `line ${index + 1} of its token list cannot be read`
    if (isPhonetic && [...symbol].length !== 1 && !spelledOut.has(symbol))
      return `line ${index + 1} of its token list is no single character`
    if (seen.has(symbol)) return `its token list has “${symbol}” twice`
    seen.add(symbol)
  }
  if (seen.size === 0) return 'its token list is empty'
  const missing = needed.find((symbol) => !seen.has(symbol))
  return missing === undefined ? null : `its token list lacks “${missing}”`
}

/** The list that a map from phonemes to numbers says. Phonemes of several characters have no line. */
export function tokenListOf(numbers: Readonly<Record<string, readonly number[]>>): string {
  return Object.entries(numbers)
    .flatMap(([symbol, [number]]) =>
      [...symbol].length === 1 && number !== undefined && (symbol === ' ' || symbol.trim() !== '')
        ? [{ symbol, number }]
        : [],
    )
    .sort((a, b) => a.number - b.number)
    .map(({ symbol, number }) => `${symbol} ${number}\n`)
    .join('')
}
