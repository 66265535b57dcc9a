import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { KeptRow, ReplacedStretch } from '../../../src/contract/index.ts'
import { placesAfter, shiftsOf, stretchesBack } from '../../../src/core/base/replace-rows.ts'

const row = (id: string, chapterId: string): KeptRow => ({
  ...{
    id,
    chapterId,
    block: 0,
    kind: 'paragraph',
    text: id,
    spoken: [{ text: id }],
    map: [[0, 0]],
  },
  ...{ pauseAfter: 'sentence', edited: false, pinnedTakeId: null, takeId: null },
})
const replaced = (rows: readonly KeptRow[], stretches: readonly ReplacedStretch[]): KeptRow[] => {
  const after: KeptRow[] = []
  let at = 0
  for (const { from, count, rows: put } of stretches) {
    after.push(...rows.slice(at, from), ...put)
    at = from + count
  }
  return [...after, ...rows.slice(at)]
}
/** A book of a few chapters, and stretches of it replaced. */
const work = fc
  .tuple(
    fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 4 }),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.nat({ max: 3 })), { maxLength: 6 }),
  )
  .map(([sizes, wishes]) => {
    let first = 0
    const chapters = sizes.map((segments, index) => {
      const chapter = { id: `c${index}`, segments, firstPosition: first }
      first += segments
      return chapter
    })
    const rows = chapters.flatMap(({ id, segments }) =>
      Array.from({ length: segments }, (_, at) => row(`${id}-${at}`, id)),
    )
    const stretches: ReplacedStretch[] = []
    let at = 0
    for (const [number, [skip, count, put]] of wishes.entries()) {
      const from = at + (skip % 3)
      const chapter = chapters.find(
        ({ firstPosition, segments }) => from >= firstPosition && from < firstPosition + segments,
      )
      if (!chapter) continue
      const { id: chapterId, firstPosition, segments } = chapter
      const most = Math.min(count, firstPosition + segments - from)
      const fresh = Array.from({ length: put }, (_, index) => row(`n${number}.${index}`, chapterId))
      stretches.push({ chapterId, from, count: most, rows: fresh })
      at = from + most
    }
    return { chapters, rows, stretches }
  })

describe('rows in place of others', () => {
  test('move what is between and behind them to where it belongs', () => {
    fc.assert(
      fc.property(work, ({ rows, stretches }) => {
        const after = replaced(rows, stretches)
        const shifts = shiftsOf(stretches, rows.length)
        for (const [position, { id }] of rows.entries()) {
          if (stretches.some(({ from, count }) => position >= from && position < from + count))
            continue
          const { shift } = shifts.find(
            ({ from, before }) => position >= from && position < before,
          ) ?? { shift: 0 }
          expect(after[position + shift]?.id).toBe(id)
        }
      }),
    )
  })

  test('are brought back by the stretches that tell of before', () => {
    fc.assert(
      fc.property(work, ({ rows, stretches }) => {
        const back = stretchesBack(stretches, (from, count) => rows.slice(from, from + count))
        const after = replaced(rows, stretches)
        expect(replaced(after, back)).toEqual(rows)
        const again = stretchesBack(back, (from, count) => after.slice(from, from + count))
        expect(again).toEqual(stretches)
      }),
    )
  })

  test('leave every chapter where its rows are', () => {
    fc.assert(
      fc.property(work, ({ chapters, rows, stretches }) => {
        const after = replaced(rows, stretches)
        for (const { id, segments, firstPosition } of placesAfter(chapters, stretches)) {
          const own = after.slice(firstPosition, firstPosition + segments)
          expect(own.every(({ chapterId }) => chapterId === id)).toBe(true)
          expect(own).toHaveLength(after.filter(({ chapterId }) => chapterId === id).length)
        }
      }),
    )
  })

  test('are refused where stretches meet or stand in another order', () => {
    const stretch = (from: number, count: number) => ({ chapterId: 'c', from, count, rows: [] })
    expect(() => shiftsOf([stretch(3, 2), stretch(4, 1)], 9)).toThrow()
    expect(() => shiftsOf([stretch(3, 2), stretch(1, 1)], 9)).toThrow()
    expect(() => shiftsOf([stretch(8, 2)], 9)).toThrow()
  })
})
