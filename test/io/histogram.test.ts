// Durations in memory of a fixed size.
import { describe, expect, it } from 'vitest'
import { newHistogram } from '../../src/io/histogram.ts'

describe('a histogram', () => {
  it('tells nothing but zeros before anything was recorded', () => {
    expect(Object.values(newHistogram().read()).every((figure) => figure === 0)).toBe(true)
  })

  it('tells each figure within one percent, for microseconds as for minutes', () => {
    for (const unit of [0.01, 1, 1000]) {
      const histogram = newHistogram()
      for (let at = 1; at <= 1000; at += 1) histogram.record(at * unit)
      const told = histogram.read()
      const expected = { minMs: 1, meanMs: 500.5, p50Ms: 500, p95Ms: 950, p99Ms: 990, maxMs: 1000 }
      expect(told.count).toBe(1000)
      for (const [name, value] of Object.entries(expected))
        expect(told[name as keyof typeof expected] / unit / value, `${name} × ${unit}`).toBeCloseTo(
          1,
          1,
        )
    }
  })

  it('takes what is shorter or longer than it can tell as the least or the most', () => {
    const histogram = newHistogram()
    histogram.record(0)
    histogram.record(1e9)
    expect(histogram.read()).toMatchObject({ count: 2, minMs: 0.001 })
    expect(histogram.read().maxMs).toBeGreaterThan(3_500_000)
  })
})
