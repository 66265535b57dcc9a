// English as a careful narrator reads it: the table and its score.
import { expect, test } from 'vitest'
import { englishCases, englishTraps } from './english-cases.ts'
import { said, score } from './score.ts'

test('English is read as a careful narrator reads it', () => {
  const { right, all, wrong } = score('en-GB', englishCases, englishTraps)
  console.info(
    `English: ${right} of ${all} sentences are read right${wrong.map((row) => `\n  ${row}`).join('')}`,
  )
  expect(all).toBeGreaterThanOrEqual(360)
  expect(englishTraps.length).toBeGreaterThanOrEqual(60)
  expect(right / all, wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
})

test('English that is said already says the same again', () => {
  for (const [, spoken] of englishCases) expect(said(spoken, 'en')).toBe(spoken)
})
