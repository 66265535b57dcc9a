// docs/stress.md stays true: its sentences stand in the catalogue, and each row names tests that are there.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { FailureCode, failureSentences } from '../../src/contract/index.ts'

const root = join(import.meta.dirname, '../..')
const table = readFileSync(join(root, 'docs/stress.md'), 'utf8')
const rows = table
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .filter(([first]) => !/^-+$/.test(first ?? ''))

/** Whatever a sentence names is left open. */
const anything = new Proxy({}, { get: () => '…' }) as Record<string, string>

it('has rows of four cells', () => {
  expect(rows.length).toBeGreaterThan(25)
  expect(rows.filter((row) => row.length !== 4 || row.includes(''))).toEqual([])
})

it.each(rows.map((row) => [row[0], row[2] ?? ''] as const))(
  '%s: what is told stands in the catalogue',
  (_, told) => {
    const [, code, sentence] = /^`([a-z-]+)`: (.+)$/.exec(told) ?? []
    if (code === undefined) return expect(told).toMatch(/^nothing(: .+)?$/)
    expect(sentence).toBe(failureSentences[FailureCode.parse(code)](anything))
  },
)

it.each(rows.map((row) => [row[0], row[3] ?? ''] as const))(
  '%s: the tests that cause it are there',
  (_, named) => {
    const tests = [...named.matchAll(/`(test\/[^`]+)` “([^”]+)”/g)]
    expect(tests.length).toBeGreaterThan(0)
    expect(tests.map(([whole]) => whole).join('; ')).toBe(named)
    for (const [, file = '', title = ''] of tests) {
      expect(existsSync(join(root, file)), file).toBe(true)
      expect(readFileSync(join(root, file), 'utf8')).toContain(`'${title}'`)
    }
  },
)
