// What npm test ends with: what is to be mended by name, and one line of counts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import {
  outcomeOfStep,
  outcomesOfPlaywright,
  outcomesOfVitest,
  pagesOfFailed,
  type Outcome,
} from '../../scripts/outcomes.js'
import { isGreen, linesToMend, summaryLine, tallyOf } from '../../scripts/tally.js'

const late =
  'Error: Test timed out in 100ms.\nIf this is a long-running test, …\n    at task (run.js)'
const vitestTest = (status: string, failureMessages: string[] = []) => ({
  status,
  title: 'is heard',
  ancestorTitles: ['', 'a voice'],
  failureMessages,
})
const inVitest = (file: object, exitCode: number) =>
  outcomesOfVitest({ testResults: [{ name: 'test/voice.test.ts', ...file }] }, exitCode)

const playwrightTest = (status: string, ...tries: string[][]) => ({
  status,
  projectName: 'web',
  results: tries.map((errors) => ({ errors: errors.map((message) => ({ message })) })),
})
const inPlaywright = (one: ReturnType<typeof playwrightTest>, exitCode: number) => {
  const specs = [{ title: 'is heard', file: 'test/e2e/voice.spec.ts', tests: [one] }]
  const suites = [{ title: 'voice.spec.ts', suites: [{ title: 'a voice', specs }] }]
  return outcomesOfPlaywright({ suites }, exitCode).outcomes
}
const red = '\u001B[31mTest timeout of 200ms exceeded.\u001B[39m'

const cases: [what: string, outcomes: Outcome[], counts: string, lines: string[]][] = [
  ['passes', inVitest({ assertionResults: [vitestTest('passed')] }, 0), '1 passed, 0 failed', []],
  [
    'fails',
    inVitest({ status: 'failed', assertionResults: [vitestTest('failed', [late])] }, 1),
    '0 passed, 1 failed',
    ['✗ test/voice.test.ts › a voice › is heard: Error: Test timed out in 100ms.'],
  ],
  [
    'is in a file that does not load',
    inVitest({ status: 'failed', message: 'Cannot find module', assertionResults: [] }, 1),
    '0 passed, 1 failed',
    ['✗ test/voice.test.ts: Cannot find module'],
  ],
  [
    'is skipped, for what goes before it fell',
    inVitest({ status: 'failed', message: '', assertionResults: [vitestTest('skipped')] }, 1),
    '0 passed, 1 failed',
    ['✗ test/voice.test.ts: what goes before or after its tests failed'],
  ],
  [
    'passes beside an error without an owner',
    inVitest({ status: 'passed', assertionResults: [vitestTest('passed')] }, 1),
    '1 passed, 1 failed',
    ['✗ vitest ended with 1 and named no test: see what it printed'],
  ],
  ['passes in a page', inPlaywright(playwrightTest('expected', []), 0), '1 passed, 0 failed', []],
  [
    'is meant to fail in a page',
    inPlaywright(playwrightTest('expected', [red]), 0),
    '1 passed, 0 failed',
    [],
  ],
  [
    'passes only sometimes in a page',
    inPlaywright(playwrightTest('flaky', [red], []), 0),
    '0 passed, 1 failed',
    ['✗ test/e2e/voice.spec.ts › a voice › is heard [web]: Test timeout of 200ms exceeded.'],
  ],
  [
    'fails in a page',
    inPlaywright(playwrightTest('unexpected', [red]), 1),
    '0 passed, 1 failed',
    ['✗ test/e2e/voice.spec.ts › a voice › is heard [web]: Test timeout of 200ms exceeded.'],
  ],
  [
    'is in a spec that does not load',
    outcomesOfPlaywright({ errors: [{ message: 'Error: does not load' }] }, 1).outcomes,
    '0 passed, 1 failed',
    ['✗ playwright ended with 1 and named no test: Error: does not load'],
  ],
  [
    'is a step, and fails',
    [outcomeOfStep('types of src/core', false, '\nsrc/a.ts: error\nmore\n')],
    '0 passed, 1 failed',
    ['✗ types of src/core: src/a.ts: error'],
  ],
]

test.each(cases)('what %s is counted and named', (_what, outcomes, counts, lines) => {
  expect(summaryLine(tallyOf(outcomes))).toContain(`${counts}, `)
  expect(linesToMend(outcomes)).toEqual(lines)
})

test('every step and every test counts once', () => {
  const assertionResults = ['passed', 'pending', 'failed', 'todo'].map((one) => vitestTest(one))
  const outcomes = [outcomeOfStep('build', true), ...inVitest({ assertionResults }, 1)]
  expect(summaryLine(tallyOf(outcomes))).toBe('2 passed, 1 failed, 2 skipped')
})

test('a runner that crashes has failed, with a report or without', () => {
  expect(tallyOf(outcomesOfVitest(null, 1)).failed).toBe(1)
  expect(tallyOf(outcomesOfPlaywright(null, 139).outcomes).failed).toBe(1)
  expect(tallyOf(outcomesOfVitest({ testResults: [] }, 0)).failed).toBe(0)
})

test('a flaky test is not green, and a shell whose tests were all skipped has not run', () => {
  const tests = [
    { status: 'flaky', projectName: 'web' },
    { status: 'expected', projectName: 'stand-in' },
    { status: 'skipped', projectName: 'electron' },
  ]
  const { outcomes, shells } = outcomesOfPlaywright({ suites: [{ specs: [{ tests }] }] }, 0)
  expect(tallyOf(outcomes)).toEqual({ passed: 1, failed: 1, skipped: 1 })
  expect(shells).toEqual(['web', 'stand-in'])
})

test('the page is told as it was where a test failed', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'lectern-tally-')), 'error-context.md')
  writeFileSync(
    path,
    '# Error details\n\ntoo late\n\n# Page snapshot\n\n- main:\n\n# Test source\n\nlines',
  )
  const attachments = [
    { name: 'screenshot', path: 'x.png' },
    { name: 'error-context', path },
  ]
  const tests = [
    { status: 'unexpected', projectName: 'web', results: [{ attachments }] },
    { status: 'expected', projectName: 'web', results: [{ attachments }] },
  ]
  expect(pagesOfFailed({ suites: [{ specs: [{ tests }] }] })).toEqual(['- main:'])
  rmSync(dirname(path), { recursive: true })
})

test('of many that failed twenty are named, and then how many more', () => {
  const many = Array.from({ length: 23 }, (_, at) => outcomeOfStep(`step ${at}`, false))
  const lines = linesToMend([...many, outcomeOfStep('build', true)])
  expect(lines).toHaveLength(20 + 1)
  expect(lines.slice(-2)).toEqual(['✗ step 19', '✗ and 3 more'])
})

test('green is that something ran and nothing failed', () => {
  expect(isGreen({ passed: 1, failed: 0, skipped: 9 })).toBe(true)
  expect(isGreen({ passed: 9, failed: 1, skipped: 0 })).toBe(false)
  expect(isGreen({ passed: 0, failed: 0, skipped: 9 })).toBe(false)
})
