// What became of each test, from what the runners report: how it ended, its name, and what it said.
import { existsSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from './places.js'

/**
 * `said`: of what failed, the first line of it.
 * @typedef {{ state: 'passed' | 'failed' | 'skipped', name: string, said?: string }} Outcome
 */

/** A step that is no test, such as a compiler's run.
 * @param {string} name
 * @param {boolean} passed
 * @param {string} [output]
 * @returns {Outcome} */
export const outcomeOfStep = (name, passed, output = '') =>
  passed ? { state: 'passed', name } : { state: 'failed', name, said: firstLine(output) }

/** @typedef {{ status: string, title?: string, ancestorTitles?: string[], failureMessages?: string[] }} VitestTest */
/** @typedef {{ name?: string, status?: string, message?: string, assertionResults?: VitestTest[] }} VitestFile */

/** @param {{ testResults?: VitestFile[] } | null} report
 * @param {number} exitCode
 * @returns {Outcome[]} */
export function outcomesOfVitest(report, exitCode) {
  const outcomes = (report?.testResults ?? []).flatMap(outcomesOfFile)
  return orCrashed(outcomes, 'vitest', exitCode)
}

/** @param {VitestFile} file
 * @returns {Outcome[]} */
function outcomesOfFile({ name: path = '', status, message, assertionResults = [] }) {
  const file = fromRoot(path)
  const outcomes = assertionResults.map((test) => ({
    state: stateOf(test.status),
    name: [file, ...(test.ancestorTitles ?? []).filter(Boolean), test.title].join(' › '),
    ...saying(test.failureMessages?.[0]),
  }))
  if (status !== 'failed' || outcomes.some(({ state }) => state === 'failed')) return outcomes
  // It did not load, or what goes before or after its tests failed: vitest names no test then.
  const said = firstLine(message || 'what goes before or after its tests failed')
  return [...outcomes, { state: 'failed', name: file, said }]
}

/** @typedef {{ message?: string }} PlaywrightError */
/** @typedef {{ errors?: PlaywrightError[], attachments?: { name: string, path?: string }[] }} PlaywrightResult */
/** @typedef {{ status: string, projectName: string, results?: PlaywrightResult[] }} PlaywrightTest */
/** @typedef {{ title?: string, file?: string, tests: PlaywrightTest[] }} PlaywrightSpec */
/** @typedef {{ title?: string, suites?: PlaywrightSuite[], specs?: PlaywrightSpec[] }} PlaywrightSuite */
/** @typedef {{ suites?: PlaywrightSuite[], errors?: PlaywrightError[], config?: { rootDir?: string } }} PlaywrightReport */

/** And in which shells a test ran: one whose tests were all skipped is none.
 * @param {PlaywrightReport | null} report
 * @param {number} exitCode
 * @returns {{ outcomes: Outcome[], shells: string[] }} */
export function outcomesOfPlaywright(report, exitCode) {
  const specs = (report?.suites ?? []).flatMap((suite) => specsOf(suite, []))
  const ran = specs.flatMap(({ spec, titles }) =>
    spec.tests.map((test) => ({
      shell: test.projectName,
      state: stateOf(test.status),
      name: [
        fromRoot(resolve(report?.config?.rootDir ?? root, spec.file ?? '')),
        ...titles,
        `${spec.title} [${test.projectName}]`,
      ].join(' › '),
      // A test that is meant to fail has errors too, and is as expected.
      ...(stateOf(test.status) === 'failed' && saying(firstError(test))),
    })),
  )
  const shells = ran.filter(({ state }) => state !== 'skipped').map(({ shell }) => shell)
  const outcomes = ran.map(({ shell: _, ...outcome }) => outcome)
  const crash = report?.errors?.[0]?.message
  return {
    outcomes: orCrashed(outcomes, 'playwright', exitCode, crash),
    shells: [...new Set(shells)],
  }
}

/** What the page showed where a test failed, as its runner wrote it down: a failure seen once may not come again.
 * @param {PlaywrightReport | null} report
 * @returns {string[]} */
export const pagesOfFailed = (report) =>
  (report?.suites ?? [])
    .flatMap((suite) => specsOf(suite, []))
    .flatMap(({ spec }) => spec.tests)
    .filter(({ status }) => stateOf(status) === 'failed')
    .flatMap(({ results = [] }) => results.flatMap(({ attachments = [] }) => attachments))
    .flatMap(({ name, path }) => (name === 'error-context' && path ? [snapshotIn(path)] : []))

/** @param {string} path */
function snapshotIn(path) {
  if (!existsSync(path)) return ''
  const [, snapshot = ''] = readFileSync(path, 'utf8').split('# Page snapshot')
  return snapshot.split('\n# ')[0]?.trim().slice(0, 6000) ?? ''
}

/** @param {PlaywrightTest} test */
const firstError = ({ results = [] }) => results.flatMap(({ errors = [] }) => errors)[0]?.message

/** A file's own suite has the file's name for its title, which a spec knows as well.
 * @param {PlaywrightSuite} suite
 * @param {string[]} titles
 * @returns {{ spec: PlaywrightSpec, titles: string[] }[]} */
const specsOf = (suite, titles) => [
  ...(suite.specs ?? []).map((spec) => ({ spec, titles })),
  ...(suite.suites ?? []).flatMap((inner) => specsOf(inner, [...titles, inner.title ?? ''])),
]

/** The runners' words. A test that passes only sometimes, `flaky`, is not green. All else did not run.
 * @param {string} status
 * @returns {Outcome['state']} */
function stateOf(status) {
  if (['passed', 'expected'].includes(status)) return 'passed'
  return ['failed', 'unexpected', 'flaky'].includes(status) ? 'failed' : 'skipped'
}

/** A runner that failed without naming a test (it crashed, or an error had no owner) failed once.
 * @param {Outcome[]} outcomes
 * @param {string} runner
 * @param {number} exitCode
 * @param {string} [said]
 * @returns {Outcome[]} */
function orCrashed(outcomes, runner, exitCode, said) {
  if (exitCode === 0 || outcomes.some(({ state }) => state === 'failed')) return outcomes
  const name = `${runner} ended with ${exitCode} and named no test`
  return [...outcomes, { state: 'failed', name, said: firstLine(said ?? 'see what it printed') }]
}

/** @param {string | undefined} message
 * @returns {{ said?: string }} */
const saying = (message) => (message === undefined ? {} : { said: firstLine(message) })

/** @param {string} path */
const fromRoot = (path) => relative(root, path).replaceAll('\\', '/')

/** A line is a line of a log, without colours and of a length that can be read.
 * @param {string} message */
function firstLine(message) {
  const lines = stripVTControlCharacters(message).split('\n')
  return (lines.find((line) => line.trim() !== '') ?? '').trim().slice(0, 200)
}

/** A runner's report, or null when it left none.
 * @param {string} path */
export const readReport = (path) =>
  existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
