// What of the log is shown: each line once, in order, and never without end.
import { expect, it } from 'vitest'
import type { LogEntry } from '../../src/contract/index.ts'
import { logEntryText, logFieldsText } from '../../src/contract/index.ts'
import {
  isLogFull,
  mostLogLines,
  noLogLines,
  withEarlier,
  withNewest,
  withSince,
} from '../../src/renderer/src/state/log-lines.ts'

const line = (number: number): LogEntry => ({
  ...{ id: `1-${number}`, at: number, level: 'info', message: `line ${number}`, fields: '' },
})
const page = (from: number, to: number) => ({
  entries: Array.from({ length: to - from }, (_, at) => line(from + at)),
  before: from === 0 ? null : `1-${from}`,
  end: `1-${to}`,
})
const since = (from: number, to: number) => ({ ...page(from, to), before: null })
const numbers = ({ entries }: { entries: readonly LogEntry[] }) => entries.map(({ at }) => at)

it('puts behind what is new of the newest page, and keeps where the first begins', () => {
  const known = withNewest(noLogLines, page(5, 8))
  const now = withNewest(known, page(6, 10))
  expect(numbers(now)).toEqual([5, 6, 7, 8, 9])
  expect(now.before).toBe('1-5')
})

it('puts behind what came since, and begins anew where more came than that answer holds', () => {
  const known = withNewest(noLogLines, page(5, 8))
  expect(numbers(withSince(known, since(8, 10)))).toEqual([5, 6, 7, 8, 9])
  expect(withSince(known, since(8, 8))).toBe(known)
  expect(numbers(withSince(known, page(20, 22)))).toEqual([20, 21])
  expect(numbers(withSince(noLogLines, since(0, 2)))).toEqual([0, 1])
})

it('is the very same where nothing came, so that nothing is drawn again', () => {
  const known = withNewest(noLogLines, page(5, 8))
  expect(withNewest(known, page(6, 8))).toBe(known)
})

it('begins anew where more came than a page holds', () => {
  const now = withNewest(withNewest(noLogLines, page(5, 8)), page(20, 22))
  expect([numbers(now), now.before]).toEqual([[20, 21], '1-20'])
})

it('puts earlier lines in front', () => {
  const now = withEarlier(withNewest(noLogLines, page(5, 8)), page(0, 5))
  expect(numbers(now)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  expect(now.before).toBeNull()
})

it('holds so many lines at most, and can be read on from before the first', () => {
  const full = withEarlier(withNewest(noLogLines, page(10, 20)), page(10 - 10, 10))
  expect(isLogFull(full)).toBe(false)
  const large = withNewest(withNewest(noLogLines, page(0, mostLogLines)), {
    ...page(mostLogLines - 1, mostLogLines + 5),
  })
  expect(large.entries).toHaveLength(mostLogLines)
  expect(large.entries[0]?.at).toBe(5)
  expect(large.before).toBe('1-5')
  expect(isLogFull(large)).toBe(true)
})

it('tells a line in one line, and the parts of a slow operation in words', () => {
  const spans = [
    {
      ...{ operation: 'store', of: null, count: 1, totalMs: 700, maxMs: 700 },
      spans: [{ operation: 'encode', of: 'aac', count: 2, totalMs: 600, maxMs: 400, spans: [] }],
    },
  ]
  const fields = logFieldsText({ of: 'project.open', durationMs: 1100, note: 'two words', spans })
  expect(fields).toBe(
    'of=project.open durationMs=1100 note="two words" spans=[store 1× 700 ms (encode aac 2× 600 ms)]',
  )
  expect(logEntryText({ at: 0, level: 'warn', message: 'slow operation', fields: 'a=1' })).toBe(
    '1970-01-01T00:00:00.000Z warn  slow operation  a=1',
  )
})
