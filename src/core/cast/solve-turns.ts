// Who speaks in each turn of a conversation, weighed over all of it at once: those who take turns come back.

export type TurnWeights = {
  /** How well each person fits the turn by itself; more is better, not a share. */
  weights: readonly number[]
  /** Paragraphs of narration between the turn before and this one. */
  gap: number
}

/** Shares of the three ways a turn can go on, by the gap before it. */
const shares = [
  { same: 0.04, back: 0.72 },
  { same: 0.25, back: 0.5 },
  { same: 0.35, back: 0.35 },
] as const

/**
 * How likely each person is in each turn (each row sums to 1): forward and backward over pairs of
 * neighbouring speakers, so that A, B, A weighs more than A, B, C. Time grows with turns × persons³.
 */
export function solveTurns(turns: readonly TurnWeights[], persons: number): number[][] {
  if (turns.length === 0) return []
  const pairs = persons * persons
  const forward: Float64Array[] = []
  for (const [index, turn] of turns.entries()) {
    const now = new Float64Array(pairs)
    const before = forward[index - 1]
    for (let last = 0; last < persons; last++)
      for (let next = 0; next < persons; next++) {
        let sum = 0
        if (!before) sum = 1
        else
          for (let first = 0; first < persons; first++)
            sum +=
              (before[first * persons + last] ?? 0) * step(first, last, next, turn.gap, persons)
        now[last * persons + next] = sum * (turn.weights[next] ?? 0)
      }
    forward.push(scaled(now))
  }
  const likely: number[][] = turns.map(() => [])
  let backward = new Float64Array(pairs).fill(1)
  for (let index = turns.length - 1; index >= 0; index--) {
    const here = forward[index] as Float64Array
    const row = Array.from({ length: persons }, () => 0)
    for (let last = 0; last < persons; last++)
      for (let next = 0; next < persons; next++) {
        const at = last * persons + next
        row[next] = (row[next] ?? 0) + (here[at] ?? 0) * (backward[at] ?? 0)
      }
    const total = row.reduce((sum, share) => sum + share, 0) || 1
    likely[index] = row.map((share) => share / total)
    backward = stepBack(backward, turns[index] as TurnWeights, persons)
  }
  return likely
}

function stepBack(after: Float64Array, turn: TurnWeights, persons: number) {
  const before = new Float64Array(persons * persons)
  for (let first = 0; first < persons; first++)
    for (let last = 0; last < persons; last++) {
      let sum = 0
      for (let next = 0; next < persons; next++)
        sum +=
          step(first, last, next, turn.gap, persons) *
          (turn.weights[next] ?? 0) *
          (after[last * persons + next] ?? 0)
      before[first * persons + last] = sum
    }
  return scaled(before)
}

function step(first: number, last: number, next: number, gap: number, persons: number): number {
  const { same, back } = shares[Math.min(gap, shares.length - 1)] ?? shares[0]
  if (next === last) return same
  if (first === last) return (1 - same) / Math.max(1, persons - 1)
  if (next === first) return back
  return (1 - same - back) / Math.max(1, persons - 2)
}

function scaled(values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  let sum = 0
  for (const value of values) sum += value
  return sum > 0 ? values.map((value) => value / sum) : values.fill(1 / values.length)
}
