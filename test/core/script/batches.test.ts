// How items are put together to calls.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { batchesOf } from '../../../src/core/script/batches.ts'
import { itemOf, itemsOf } from './items.ts'

const limits = { items: 10, tokens: 3000 }
const sizes = (batches: readonly { length: number }[]) => batches.map(({ length }) => length)

describe('batches', () => {
  test('hold ten each, and the rest', () => {
    expect(sizes(batchesOf(itemsOf(25), limits))).toEqual([10, 10, 5])
  })

  test('do not cut a scene that one call can hold', () => {
    const items = [...itemsOf(7, 'a'), ...itemsOf(6, 'b'), ...itemsOf(4, 'c')]
    expect(sizes(batchesOf(items, limits))).toEqual([7, 10])
  })

  test('cut a scene rather than go out nearly empty', () => {
    const items = [...itemsOf(2, 'a'), ...itemsOf(9, 'b')]
    expect(sizes(batchesOf(items, limits))).toEqual([10, 1])
  })

  test('hold fewer where lines are long, and one alone that is too long', () => {
    const long = (id: string) => itemOf(id, { shown: { text: 'word '.repeat(1200) } })
    expect(sizes(batchesOf([long('a'), long('b'), long('c')], limits))).toEqual([1, 1, 1])
    expect(sizes(batchesOf([long('a')], { items: 10, tokens: 10 }))).toEqual([1])
  })

  test('keep every item, in order, and never hold too many', () => {
    const scenes = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 20 })
    fc.assert(
      fc.property(scenes, fc.integer({ min: 1, max: 20 }), (counts, most) => {
        const items = counts.flatMap((count, scene) => itemsOf(count, `s${scene}`))
        const batches = batchesOf(items, { items: most, tokens: 3000 })
        expect(batches.flat()).toEqual(items)
        expect(Math.max(0, ...sizes(batches))).toBeLessThanOrEqual(most)
        // A call goes out at least half full, but for the last one.
        for (const batch of batches.slice(0, -1))
          expect(batch.length * 2).toBeGreaterThanOrEqual(most)
      }),
    )
  })
})
