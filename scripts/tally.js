// Sums what became of the tests: every test, and every step that is not a test, counts once.

/** @typedef {import('./outcomes.js').Outcome} Outcome */
/** @typedef {Record<Outcome['state'], number>} Tally */

/**
 * A test that fails twice has failed. One that passes at its second try, which it is given in CI alone, has
 * passed: among thousands on a busy machine one is late now and then, and a whole delivery fell with it. It is
 * not well for that: it is named at the end of every run, to be mended.
 * @param {readonly Outcome[]} outcomes
 * @returns {Tally}
 */
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

/** Names what is to be mended, and last what failed: the end of a log is all that some ever see of it.
 * @param {readonly Outcome[]} outcomes
 * @returns {string[]} */
export function linesToMend(outcomes) {
  const failed = outcomes.filter(({ state }) => state === 'failed')
  const late = outcomes.filter(({ state, said }) => state === 'passed' && said !== undefined)
  return [...named('needed a second try: ', late), ...named('✗ ', failed)]
}

/** @param {string} mark
 * @param {readonly Outcome[]} outcomes */
function named(mark, outcomes) {
  const lines = outcomes
    .slice(0, mostNamed)
    .map(({ name, said }) => `${mark}${name}${said ? `: ${said}` : ''}`)
  const left = outcomes.length - lines.length
  return left > 0 ? [...lines, `${mark}and ${left} more`] : lines
}
