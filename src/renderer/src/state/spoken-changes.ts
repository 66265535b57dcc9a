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
  let [shownAt, saidAt] = [0, 0]
  for (const { count, added, removed } of parts) {
    const own = added ? '' : before.slice(shownAt, shownAt + count).join('')
    const other = removed ? '' : after.slice(saidAt, saidAt + count).join('')
    if (!added) shownAt += count
    if (!removed) saidAt += count
    const last = stretches.at(-1)
    const isSame = !added && !removed
    if (last && !isSame && !last.isSame) {
      last.shown += own
      last.said += other
    } else stretches.push({ shown: own, said: other, isSame })
  }
  return stretches
}

/** What an entry would be written for: the word without the signs around it. */
export const bareWord = (text: string): string =>
  text.trim().replace(/^[^\p{L}\p{N}$€£%&#@]+|[^\p{L}\p{N}$€£%&#@]+$/gu, '') || text.trim()
