// What the rules made of a text: word by word, where what is spoken is another than what is shown.
import { diffArrays } from 'diff'

/** A stretch of both texts; `isSame`: they say it alike. */
export type SpokenStretch = { shown: string; said: string; isSame: boolean }

/** Rows are short; in what is longer nobody looks for single words. */
const mostWords = 1500

/** Words with the white space behind them. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*/g) ?? []

/** The texts in stretches, in order; white space alone is no difference. */
export function spokenChanges(shown: string, said: string): SpokenStretch[] {
  const [before, after] = [wordsOf(shown), wordsOf(said)]
  if (before.length + after.length > mostWords)
    return [{ shown, said, isSame: shown.trim() === said.trim() }]
  const stretches: SpokenStretch[] = []
  const parts = diffArrays(before, after, {
    comparator: (left, right) => left.trim() === right.trim(),
  })
  for (const { value, added, removed } of parts) {
    const text = value.join('')
    const last = stretches.at(-1)
    if (!added && !removed) stretches.push({ shown: text, said: text, isSame: true })
    else if (last && !last.isSame) last[added ? 'said' : 'shown'] += text
    else stretches.push({ shown: added ? '' : text, said: added ? text : '', isSame: false })
  }
  return stretches
}

/** What an entry would be written for: the word without the signs around it. */
export const bareWord = (text: string): string =>
  text.trim().replace(/^[^\p{L}\p{N}$€£%&#@]+|[^\p{L}\p{N}$€£%&#@]+$/gu, '') || text.trim()
