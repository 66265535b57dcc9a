// Sums what became of the tests: every test, and every step that is not a test, counts once.

/** @typedef {import('./outcomes.js').Outcome} Outcome */
/** @typedef {Record<Outcome['state'], number>} Tally */

/** @param {readonly Outcome[]} outcomes
 * @returns {Tally} */
export function tallyOf(outcomes) {
  const tally = { passed: 0, failed: 0, skipped: 0 }
  for (const { state } of outcomes) tally[state]++
  return tally
}

/** The line that `npm test` ends with.
 * @param {Tally} tally */
export const summaryLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

/** Green is that something ran and nothing failed.
 * @param {Tally} tally */
export const isGreen = ({ passed, failed }) => passed > 0 && failed === 0

/** More names than these help nobody, and push the first ones out of what is shown of a log. */
const mostNamed = 20

/** Names what failed: the end of a log is all that some ever see of it.
 * @param {readonly Outcome[]} outcomes
 * @returns {string[]} */
export function linesToMend(outcomes) {
  const failed = outcomes.filter(({ state }) => state === 'failed')
  const lines = failed
    .slice(0, mostNamed)
    .map(({ name, said }) => `✗ ${name}${said ? `: ${said}` : ''}`)
  const left = failed.length - lines.length
  return left > 0 ? [...lines, `✗ and ${left} more`] : lines
}
