// Every language with rules as a careful narrator reads it: its table and its score.
import { describe, expect, test } from 'vitest'
import { languageTables } from './language-tables.ts'
import { said, score } from './score.ts'

describe.each(languageTables)('$name', ({ name, tag, regional, cases, traps, least }) => {
  test('is read as a careful narrator reads it', () => {
    const { right, all, wrong } = score(regional, cases, traps)
    console.info(
      `${name}: ${right} of ${all} sentences are read right${wrong.map((row) => `\n  ${row}`).join('')}`,
    )
    expect(all).toBeGreaterThanOrEqual(least)
    expect(traps.length).toBeGreaterThanOrEqual(60)
    expect(right / all, wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  test('says the same again where it is said already', () => {
    for (const [, spoken] of cases) expect(said(spoken, tag)).toBe(spoken)
  })
})
