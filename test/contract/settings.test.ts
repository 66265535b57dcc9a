// The settings table: its defaults are legal, and what is outside a range is refused.
import { describe, expect, it } from 'vitest'
import { parseSetting, settingRows } from '../../src/contract/index.ts'

describe('the settings table', () => {
  it.each(settingRows.map((row) => [row.name, row] as const))(
    '%s takes its own default',
    (_, row) => {
      expect(parseSetting(row, row.default)).toBe(row.default)
      expect(parseSetting(row, String(row.default))).toBe(row.default)
    },
  )

  it('names every variable once, and all alike', () => {
    const names: string[] = settingRows.map(({ environment }) => environment)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^LECTERN_[A-Z_]+$/)
  })

  it.each([
    ['workers', '33'],
    ['workers', '-1'],
    ['workers', 'many'],
    ['workers', '1.5'],
    ['workers', ''],
    ['cache', 'perhaps'],
    ['logLevel', 'loud'],
    ['cacheMaxBytes', '1'],
  ])('%s refuses %j', (name, value) => {
    const row = settingRows.find((candidate) => candidate.name === name)
    expect(row && parseSetting(row, value)).toBeNull()
  })
})
