// The one line that npm test ends with, from what the runners report.
import { expect, test } from 'vitest'
import {
  isGreen,
  oneStep,
  sum,
  summaryLine,
  tallyPlaywright,
  tallyVitest,
} from '../../scripts/tally.js'

test('every step and every test counts once', () => {
  const vitest = tallyVitest(
    {
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'pending' }] },
        { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'todo' }] },
      ],
    },
    1,
  )
  expect(summaryLine(sum([oneStep(true), vitest]))).toBe('2 passed, 1 failed, 2 skipped')
})

test('a test file that does not load has failed', () => {
  const report = { testResults: [{ status: 'failed', assertionResults: [] }] }
  expect(tallyVitest(report, 1).failed).toBe(1)
})

test('a runner that crashes has failed, with a report or without', () => {
  expect(tallyVitest(null, 1).failed).toBe(1)
  expect(tallyPlaywright(null, 139).tally.failed).toBe(1)
  expect(tallyVitest({ testResults: [] }, 0).failed).toBe(0)
})

test('a flaky test is not green, and a shell whose tests were all skipped has not run', () => {
  const { tally, shells } = tallyPlaywright(
    {
      suites: [
        {
          specs: [{ tests: [{ status: 'flaky', projectName: 'web' }] }],
          suites: [
            {
              specs: [
                {
                  tests: [
                    { status: 'expected', projectName: 'stand-in' },
                    { status: 'skipped', projectName: 'electron' },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
    0,
  )
  expect(tally).toEqual({ passed: 1, failed: 1, skipped: 1 })
  expect(shells).toEqual(['web', 'stand-in'])
})

test('green is that something ran and nothing failed', () => {
  expect(isGreen({ passed: 1, failed: 0, skipped: 9 })).toBe(true)
  expect(isGreen({ passed: 9, failed: 1, skipped: 0 })).toBe(false)
  expect(isGreen({ passed: 0, failed: 0, skipped: 9 })).toBe(false)
})
