// Sums what the runners report: every test, and every step that is not a test, counts once.
import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @type {Tally} */
export const nothing = { passed: 0, failed: 0, skipped: 0 }

/** @param {boolean} passed
 * @returns {Tally} */
export const oneStep = (passed) => ({ ...nothing, [passed ? 'passed' : 'failed']: 1 })

/** @param {readonly Tally[]} tallies
 * @returns {Tally} */
export const sum = (tallies) =>
  tallies.reduce(
    (total, tally) => ({
      passed: total.passed + tally.passed,
      failed: total.failed + tally.failed,
      skipped: total.skipped + tally.skipped,
    }),
    nothing,
  )

/** The line that `npm test` ends with.
 * @param {Tally} tally */
export const summaryLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

/** Green is that something ran and nothing failed.
 * @param {Tally} tally */
export const isGreen = ({ passed, failed }) => passed > 0 && failed === 0

/** A runner that failed without naming a test (it crashed, or a file did not load) failed once.
 * @param {Tally} tally
 * @param {number} exitCode
 * @returns {Tally} */
const orCrashed = (tally, exitCode) =>
  exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally

/** @typedef {{ status?: string, assertionResults?: { status: string }[] }} VitestFile */

/** @param {{ testResults?: VitestFile[] } | null} report
 * @param {number} exitCode
 * @returns {Tally} */
export function tallyVitest(report, exitCode) {
  const files = report?.testResults ?? []
  const tests = files.flatMap((file) => file.assertionResults ?? [])
  const count = (/** @type {string[]} */ ...statuses) =>
    tests.filter((test) => statuses.includes(test.status)).length
  const unloaded = files.filter(
    (file) => file.status === 'failed' && (file.assertionResults ?? []).length === 0,
  )
  const passed = count('passed')
  const failed = count('failed')
  const tally = {
    passed,
    failed: failed + unloaded.length,
    skipped: tests.length - passed - failed,
  }
  return orCrashed(tally, exitCode)
}

/** @typedef {{ status: string, projectName: string }} PlaywrightTest */
/** @typedef {{ suites?: PlaywrightSuite[], specs?: { tests: PlaywrightTest[] }[] }} PlaywrightSuite */

/** @param {PlaywrightSuite | null} report
 * @param {number} exitCode
 * @returns {{ tally: Tally, shells: string[] }} */
export function tallyPlaywright(report, exitCode) {
  const tests = report === null ? [] : testsOf(report)
  const count = (/** @type {string} */ status) =>
    tests.filter((test) => test.status === status).length
  const ran = tests.filter((test) => test.status !== 'skipped')
  const tally = {
    passed: count('expected'),
    // A test that passes only sometimes is not green.
    failed: count('unexpected') + count('flaky'),
    skipped: count('skipped'),
  }
  return {
    tally: orCrashed(tally, exitCode),
    shells: [...new Set(ran.map((test) => test.projectName))],
  }
}

/** @param {PlaywrightSuite} suite
 * @returns {PlaywrightTest[]} */
const testsOf = (suite) => [
  ...(suite.specs ?? []).flatMap((spec) => spec.tests),
  ...(suite.suites ?? []).flatMap(testsOf),
]

/** A runner's report, or null when it left none.
 * @param {string} path */
export const readReport = (path) =>
  existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
