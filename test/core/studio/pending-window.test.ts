// Which segment comes next.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasteAt } from '../../../src/core/studio/narration/attention.ts'
import {
  createPendingWindow,
  type Attention,
  type Range,
} from '../../../src/core/studio/narration/pending-window.ts'

const listening = (head: number, near = 0): Attention => ({ head, near, seen: null })
const unheard: Attention = { head: null, near: 3, seen: null }

/** Takes everything, with attention where it is told; returns the positions in the order they came. */
function drain(
  scope: Range[],
  attentionAt: (taken: number) => Attention,
  pageSize: number,
  onLoaded: (loaded: number) => void = () => {},
): number[] {
  const window = createPendingWindow<number>(scope)
  const taken: number[] = []
  for (;;) {
    const attention = attentionAt(taken.length)
    const page = window.nextPage(attention, pageSize)
    if (page) {
      const positions = Array.from({ length: page.to - page.from }, (_, index) => page.from + index)
      window.fill(positions.map((position) => ({ position, item: position })))
      onLoaded(window.loaded)
      continue
    }
    const [ahead] = window.peek(attention, 1)
    const next = window.take(attention)
    expect(next).toBe(ahead ?? null)
    if (next === null) return taken
    taken.push(next)
  }
}

const scopes = fc
  .array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 20 })), { maxLength: 5 })
  .map((parts) => {
    let at = 0
    return parts.map(([gap, length]) => {
      const from = at + gap
      at = from + length
      return { from, to: at }
    })
  })
const attentions: fc.Arbitrary<Attention> = fc.record({
  head: fc.option(fc.nat(120)),
  near: fc.nat(8),
  seen: fc.option(
    fc.tuple(fc.nat(120), fc.nat(15)).map(([from, count]) => ({ from, to: from + count })),
  ),
})
const positionsOf = (scope: readonly Range[]): number[] =>
  scope.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index))

describe('the pending window', () => {
  it('goes from the play-head to the end, then round to the beginning', () => {
    expect(drain([{ from: 0, to: 6 }], () => listening(4), 2)).toEqual([4, 5, 0, 1, 2, 3])
  })

  it('obeys a play-head that moves at the very next segment', () => {
    const order = drain([{ from: 0, to: 100 }], (taken) => listening(taken < 3 ? 0 : 50), 10)
    expect(order.slice(0, 5)).toEqual([0, 1, 2, 50, 51])
  })

  it('takes what is heard next, then what is seen, then the rest from the play-head on', () => {
    const attention = { head: 4, near: 2, seen: { from: 8, to: 10 } }
    const order = drain([{ from: 0, to: 12 }], () => attention, 3)
    expect(order).toEqual([4, 5, 8, 9, 6, 7, 10, 11, 0, 1, 2, 3])
  })

  it('takes what is seen first where nobody listens, then the book from its beginning', () => {
    const attention = { ...unheard, seen: { from: 3, to: 5 } }
    expect(drain([{ from: 0, to: 6 }], () => attention, 2)).toEqual([3, 4, 0, 1, 2, 5])
  })

  it('obeys a person who scrolls, at the very next segment', () => {
    const seenAt = (taken: number) => (taken < 2 ? { from: 10, to: 20 } : { from: 90, to: 93 })
    const order = drain(
      [{ from: 0, to: 100 }],
      (taken) => ({ head: 0, near: 1, seen: seenAt(taken) }),
      5,
    )
    expect(order.slice(0, 6)).toEqual([0, 10, 90, 91, 92, 1])
  })

  it('reaches from the end of a chapter into the next one that is spoken, before what is seen', () => {
    const chapters = [
      { from: 0, to: 10 },
      { from: 25, to: 40 },
    ]
    const attention = { head: 8, near: 5, seen: { from: 2, to: 4 } }
    const order = drain(chapters, () => attention, 4)
    expect(order.slice(0, 8)).toEqual([8, 9, 25, 26, 27, 2, 3, 28])
  })

  it('takes every position once, wherever a person listens and looks', () => {
    fc.assert(
      fc.property(
        scopes,
        fc.array(attentions),
        fc.integer({ min: 1, max: 9 }),
        (scope, many, size) => {
          const attentionAt = (taken: number) => many[taken % Math.max(1, many.length)] ?? unheard
          const order = drain(scope, attentionAt, size)
          expect(order.toSorted((a, b) => a - b)).toEqual(positionsOf(scope))
        },
      ),
    )
  })

  it('keeps to the order of what is heard, seen and left, while attention rests', () => {
    fc.assert(
      fc.property(scopes, attentions, fc.integer({ min: 1, max: 9 }), (scope, attention, size) => {
        const all = positionsOf(scope)
        const head = attention.head ?? 0
        const ahead = all.filter((position) => position >= head)
        const heard = new Set(attention.head === null ? [] : ahead.slice(0, attention.near))
        const { from, to } = attention.seen ?? { from: 0, to: 0 }
        const rank = (position: number): number => {
          if (heard.has(position)) return 0
          if (position >= from && position < to) return 1
          return position >= head ? 2 : 3
        }
        const wanted = all.toSorted((a, b) => rank(a) - rank(b) || a - b)
        expect(drain(scope, () => attention, size)).toEqual(wanted)
      }),
    )
  })

  it('holds a few pages at most, however far a person jumps about in a long book', () => {
    const seenAt = (taken: number) => {
      const from = (taken * 977) % 5000
      return { from, to: from + 10 }
    }
    let most = 0
    const order = drain(
      [{ from: 0, to: 5000 }],
      (taken) => ({ head: null, near: 3, seen: seenAt(taken) }),
      20,
      (loaded) => (most = Math.max(most, loaded)),
    )
    expect(new Set(order).size).toBe(5000)
    expect(most).toBeLessThanOrEqual(100)
  })

  it('knows which positions are still to come', () => {
    const window = createPendingWindow<string>([{ from: 0, to: 4 }])
    window.nextPage(unheard, 2)
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

describe('the haste of a segment', () => {
  const everywhere = { head: 4, near: 2, seen: { from: 5, to: 9 } }
  it.each([
    ['before the play-head', everywhere, 3, 'rest'],
    ['at the play-head', everywhere, 4, 'next'],
    ['near it and on the page', everywhere, 5, 'next'],
    ['on the page', everywhere, 6, 'seen'],
    ['last on the page', everywhere, 8, 'seen'],
    ['behind the page', everywhere, 9, 'rest'],
    ['where nobody listens or looks', unheard, 0, 'rest'],
    ['at the beginning, where somebody listens', listening(0, 1), 0, 'next'],
  ])('%s', (_, attention, position, haste) => expect(hasteAt(attention, position)).toBe(haste))
})
