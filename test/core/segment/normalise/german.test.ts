// German as a careful narrator reads it: the table and its score.
import { expect, test } from 'vitest'
import { germanCases, germanTraps } from './german-cases.ts'
import { said, score } from './score.ts'

test('German is read as a careful narrator reads it', () => {
  const { right, all, wrong } = score('de-AT', germanCases, germanTraps)
  console.info(
    `German: ${right} of ${all} sentences are read right${wrong.map((row) => `\n  ${row}`).join('')}`,
  )
  expect(all).toBeGreaterThanOrEqual(300)
  expect(germanTraps.length).toBeGreaterThanOrEqual(60)
  expect(right / all, wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
})

test('German that is said already says the same again', () => {
  for (const [, spoken] of germanCases) expect(said(spoken, 'de')).toBe(spoken)
})
