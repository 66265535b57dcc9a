// The pace of voices that count words a minute: espeak-ng and the voices of macOS.

/** Words a minute that the engines call normal, and the limits of espeak-ng. */
const normalRate = 175
const slowestRate = 80
const fastestRate = 450

/** The engine's number for a rate that is a factor on the voice's own pace. */
export const wordsPerMinute = (rate: number): number =>
  Math.min(fastestRate, Math.max(slowestRate, Math.round(normalRate * rate)))
