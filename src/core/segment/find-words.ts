// Finds the words of a dictionary in a text: thousands of entries, at the cost of one look per letter.
import type { DictionaryEntry } from '../../contract/index.ts'
import { expressionOf } from '../../contract/text-match.ts'

/** A word of the dictionary in a text; UTF-16 units, `to` exclusive. */
export type FoundWord = { from: number; to: number; entry: DictionaryEntry }

type Candidate = { entry: DictionaryEntry; expression: RegExp }

/** So many first letters of a word say where it may begin. */
const mostKept = 4

/** Letter by letter, so that places stay: what has no single other letter is as it is. */
const folded = (text: string): string => {
  const lower = text.toUpperCase().toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from({ length: text.length }, (_, at) => {
    const letter = text.charAt(at)
    const other = letter.toUpperCase().toLowerCase()
    return other.length === 1 ? other : letter.toLowerCase().charAt(0)
  }).join('')
}

/** `entries` in the order in which they win where several begin at one place. */
export function createWordFinder(
  entries: readonly DictionaryEntry[],
): (text: string) => FoundWord[] {
  /** By how the word begins, up to its first white space. */
  const byBeginning = new Map<string, { rank: number; candidate: Candidate }[]>()
  const lengths = new Set<number>()
  for (const [rank, entry] of entries.entries()) {
    const words = entry.word.normalize('NFC').trim()
    const { source, flags } = expressionOf({ ...entry, words })
    const candidate = { entry, expression: new RegExp(source, flags.replace('g', 'y')) }
    const beginning = folded((words.split(/\s/)[0] ?? '').slice(0, mostKept))
    const list = byBeginning.get(beginning) ?? []
    byBeginning.set(beginning, list)
    list.push({ rank, candidate })
    lengths.add(beginning.length)
  }
  const beginningLengths = [...lengths]
  const candidatesAt = (letters: string, at: number): Candidate[] => {
    const lists = beginningLengths.flatMap((length) => {
      const list = byBeginning.get(letters.slice(at, at + length))
      return list ? [list] : []
    })
    const [only, ...more] = lists
    if (!only) return []
    const all = more.length === 0 ? only : lists.flat().toSorted((a, b) => a.rank - b.rank)
    return all.map(({ candidate }) => candidate)
  }
  return (text) => {
    const letters = folded(text)
    const found: FoundWord[] = []
    for (let from = 0; from < text.length; from += 1)
      for (const { entry, expression } of candidatesAt(letters, from)) {
        expression.lastIndex = from
        const [word] = expression.exec(text) ?? []
        if (!word) continue
        found.push({ from, to: from + word.length, entry })
        from += word.length - 1
        break
      }
    return found
  }
}
