// French as a careful narrator reads it: the table and its score.
import { expect, test } from 'vitest'
import { frenchCases, frenchTraps } from './french-cases.ts'
import { said, score } from './score.ts'

test('French is read as a careful narrator reads it', () => {
  const { right, all, wrong } = score('fr-FR', frenchCases, frenchTraps)
  console.info(
    `French: ${right} of ${all} sentences are read right${wrong.map((row) => `\n  ${row}`).join('')}`,
  )
  expect(all).toBeGreaterThanOrEqual(300)
  expect(frenchTraps.length).toBeGreaterThanOrEqual(60)
  expect(right / all, wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
})

test('French that is said already says the same again', () => {
  for (const [, spoken] of frenchCases) expect(said(spoken, 'fr')).toBe(spoken)
})
