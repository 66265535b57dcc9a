// Words that a voice may say wrongly: names, capitals, letters of other languages. Found by how the book writes them.

export type HardWord = {
  word: string
  /** Lines that it stands in. */
  count: number
  /** Number of the line, as it was brought, that it stands in first. */
  first: number
}

const wordPattern = /\p{Lu}{2,6}(?![\p{L}\p{N}])|[\p{L}][\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*/gu
/** Whatever else a language writes with its own letters is left to its voices. */
const plainLatin = /^[A-Za-z'’-]+$/
const latinLanguages = ['en']
const shortest = 3

export type WordCensus = {
  /** Lines in reading order. */
  add(text: string): void
  /** Those that stand in most lines first; at most so many. */
  found(most: number): HardWord[]
}

/**
 * A word counts that is written with a capital in the midst of sentences and never without, that is all
 * capitals, or that has letters which the language has not. Memory grows with the number of words, not of lines.
 */
export function createWordCensus(language: string): WordCensus {
  const capitals = new Map<string, HardWord & { amid: number; isForeign: boolean }>()
  const small = new Set<string>()
  const isPlain = latinLanguages.includes(language.split('-')[0] ?? '')
  let lines = 0
  const note = (word: string, isForeign: boolean, isAmid: boolean) => {
    const known = capitals.get(word) ?? { word, count: 0, first: lines, amid: 0, isForeign }
    capitals.set(word, { ...known, count: known.count + 1, amid: known.amid + (isAmid ? 1 : 0) })
  }
  return {
    add(text) {
      const seen = new Set<string>()
      for (const match of text.matchAll(wordPattern)) {
        const word = match[0].replace(/['’]s$/, '')
        const isForeign = isPlain && !plainLatin.test(word)
        if (!/^\p{Lu}/u.test(word)) small.add(word.toLowerCase())
        if (seen.has(word) || word.length < shortest) continue
        if (!/^\p{Lu}/u.test(word) && !isForeign) continue
        seen.add(word)
        const isAmid = !/(^|[.!?…:“"«„‘'—–])\s*$/u.test(text.slice(0, match.index))
        note(word, isForeign, isAmid)
      }
      lines += 1
    },
    found: (most) =>
      [...capitals.values()]
        .filter(
          ({ word, amid, isForeign }) => isForeign || (amid > 0 && !small.has(word.toLowerCase())),
        )
        .toSorted((a, b) => b.count - a.count || a.first - b.first)
        .slice(0, most)
        .map(({ word, count, first }) => ({ word, count, first })),
  }
}
