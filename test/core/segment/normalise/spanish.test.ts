// Spanish as a careful narrator reads it: the table and its score.
import { expect, test } from 'vitest'
import { spanishCases, spanishTraps } from './spanish-cases.ts'
import { said, score } from './score.ts'

test('Spanish is read as a careful narrator reads it', () => {
  const { right, all, wrong } = score('es-ES', spanishCases, spanishTraps)
  console.info(
    `Spanish: ${right} of ${all} sentences are read right${wrong.map((row) => `\n  ${row}`).join('')}`,
  )
  expect(all).toBeGreaterThanOrEqual(300)
  expect(spanishTraps.length).toBeGreaterThanOrEqual(60)
  expect(right / all, wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
})

test('Spanish that is said already says the same again', () => {
  for (const [, spoken] of spanishCases) expect(said(spoken, 'es')).toBe(spoken)
})
