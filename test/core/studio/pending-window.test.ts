// Which segment comes next.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPendingWindow, type Range } from '../../../src/core/studio/pending-window.ts'

/** Takes everything, moving the play-head as told; returns the positions in the order they came. */
function drain(scope: Range[], headAt: (taken: number) => number, pageSize: number): number[] {
  const window = createPendingWindow<number>(scope)
  const taken: number[] = []
  for (;;) {
    const head = headAt(taken.length)
    const page = window.nextPage(head, pageSize)
    if (page) {
      const positions = Array.from({ length: page.to - page.from }, (_, index) => page.from + index)
      window.fill(positions.map((position) => ({ position, item: position })))
      continue
    }
    const next = window.take(head)
    if (next === null) return taken
    taken.push(next)
  }
}

describe('the pending window', () => {
  it('goes from the play-head to the end, then round to the beginning', () => {
    expect(drain([{ from: 0, to: 6 }], () => 4, 2)).toEqual([4, 5, 0, 1, 2, 3])
  })

  it('obeys a play-head that moves at the very next segment', () => {
    const order = drain([{ from: 0, to: 100 }], (taken) => (taken < 3 ? 0 : 50), 10)
    expect(order.slice(0, 5)).toEqual([0, 1, 2, 50, 51])
  })

  it('takes every position once, whatever the play-head does', () => {
    const ranges = fc
      .array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 20 })), { maxLength: 5 })
      .map((parts) => {
        let at = 0
        return parts.map(([gap, length]) => {
          const from = at + gap
          at = from + length
          return { from, to: at }
        })
      })
    fc.assert(
      fc.property(
        ranges,
        fc.array(fc.nat(120)),
        fc.integer({ min: 1, max: 9 }),
        (scope, heads, size) => {
          const order = drain(scope, (taken) => heads[taken % Math.max(1, heads.length)] ?? 0, size)
          const all = scope.flatMap(({ from, to }) =>
            Array.from({ length: to - from }, (_, index) => from + index),
          )
          expect(order.toSorted((a, b) => a - b)).toEqual(all)
        },
      ),
    )
  })

  it('knows which positions are still to come', () => {
    const window = createPendingWindow<string>([{ from: 0, to: 4 }])
    window.nextPage(0, 2)
    window.fill([{ position: 1, item: 'one' }])
    expect([0, 1, 2, 3, 4].map((position) => window.has(position))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
  })
})
