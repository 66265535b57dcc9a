// What is asked again and again has one answer: the one that was asked for last.

/** Passes the answer on; null where it was asked for once more meanwhile, since a later answer is the truer one. */
export type LatestAnswer = <T>(asked: Promise<T>) => Promise<T | null>

export function createLatestAnswer(): LatestAnswer {
  let turn = 0
  return async (asked) => {
    const mine = (turn += 1)
    const answer = await asked
    return mine === turn ? answer : null
  }
}
