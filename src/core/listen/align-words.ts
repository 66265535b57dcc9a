// What was to be said against what was heard, word by word: the cheapest way from one to the other.
import type { HeardWord } from './heard-words.ts'
import { similarity } from './similarity.ts'

/** `expected` and `heard`: indexes of words; `swapped` stands for two neighbours that changed places. */
export type Step =
  | { kind: 'same' | 'other' | 'swapped'; expected: number; heard: number }
  | { kind: 'missing'; expected: number }
  | { kind: 'added'; heard: number }

const gapCost = 1
/** Two neighbours in each other's place: cheaper than to miss one and add it again. */
const swapCost = 1.1
/** Words that have nothing in common are rather one missing and one added than one for the other. */
const otherCost = (alike: number): number => 0.4 + 1.2 * (1 - alike)

/** Words of a take are few; beyond so many places off, nothing belongs together any more. */
const widest = 60
/** It takes time by the square of the words, in a process that has other things to do; hardly any line has more. */
const mostWords = 500
/** So many words too few or too many: it is another text. */
const farApart = 200

/** Whether one can be the other at all. */
export const areFarApart = (expected: readonly HeardWord[], heard: readonly HeardWord[]): boolean =>
  Math.abs(expected.length - heard.length) > farApart

/** Whether their words are few enough to be compared. */
export const canAlign = (expected: readonly HeardWord[], heard: readonly HeardWord[]): boolean =>
  Math.max(expected.length, heard.length) <= mostWords

/** Steps in order (Needleman and Wunsch 1970, with neighbours that may be swapped, in a band). */
export function alignWords(expected: readonly HeardWord[], heard: readonly HeardWord[]): Step[] {
  const [rows, columns] = [expected.length + 1, heard.length + 1]
  const band = widest + Math.abs(expected.length - heard.length)
  const cost = new Float64Array(rows * columns).fill(Infinity)
  const from = new Uint8Array(rows * columns)
  const at = (row: number, column: number) => row * columns + column
  const alike = (row: number, column: number) =>
    similarity(expected[row]?.plain ?? '', heard[column]?.plain ?? '')
  const isSame = (row: number, column: number) => expected[row]?.plain === heard[column]?.plain
  cost[0] = 0
  for (let row = 0; row < rows; row += 1)
    for (
      let column = Math.max(0, row - band);
      column < Math.min(columns, row + band + 1);
      column += 1
    ) {
      const offer = (value: number, way: number) => {
        if (value >= (cost[at(row, column)] as number)) return
        cost[at(row, column)] = value
        from[at(row, column)] = way
      }
      if (row > 0) offer((cost[at(row - 1, column)] as number) + gapCost, 1)
      if (column > 0) offer((cost[at(row, column - 1)] as number) + gapCost, 2)
      if (row > 0 && column > 0) {
        const share = alike(row - 1, column - 1)
        offer((cost[at(row - 1, column - 1)] as number) + (share === 1 ? 0 : otherCost(share)), 3)
      }
      if (row > 1 && column > 1 && isSame(row - 1, column - 2) && isSame(row - 2, column - 1))
        offer((cost[at(row - 2, column - 2)] as number) + swapCost, 4)
    }
  const steps: Step[] = []
  let [row, column] = [expected.length, heard.length]
  while (row > 0 || column > 0) {
    const way = from[at(row, column)]
    if (way === 1) steps.push({ kind: 'missing', expected: (row -= 1) })
    else if (way === 2) steps.push({ kind: 'added', heard: (column -= 1) })
    else {
      const isSwap = way === 4
      row -= isSwap ? 2 : 1
      column -= isSwap ? 2 : 1
      steps.push({
        kind: isSwap ? 'swapped' : isSame(row, column) ? 'same' : 'other',
        expected: row,
        heard: column,
      })
    }
  }
  return steps.toReversed()
}
