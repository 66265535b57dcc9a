// Which packets of groups encoded alone make one stream, and how long it is.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOutPackets } from '../../../src/core/export/packet-layout.ts'

const frame = 1024

/** Groups of some frames, each with `priming` packets more; sizes tell packets apart. */
const groupsOf = (frames: number[], priming: number) =>
  frames.map((count, index) => ({
    sizes: Uint32Array.from({ length: count === 0 ? 0 : count + priming }, (_, i) => i + 1 + index),
    samples: count * frame,
  }))

describe('the layout of packets', () => {
  test('presents exactly the samples of its groups, with the priming of one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 3 }),
        (frames, priming) => {
          const groups = groupsOf(frames, priming)
          const layout = layOutPackets(groups, frame, priming * frame)
          const total = frames.reduce((sum, count) => sum + count, 0)
          expect(layout.samples).toBe(total * frame)
          expect(layout.sizes.length).toBe(total === 0 ? 0 : total + priming)
          expect(layout.bytes).toBe(layout.sizes.reduce((sum, size) => sum + size, 0))
          expect(layout.ranges.reduce((sum, { length }) => sum + length, 0)).toBe(layout.bytes)
        },
      ),
    )
  })

  test('drops the last packets of every group but the last', () => {
    const { ranges, sizes } = layOutPackets(
      [
        { sizes: Uint32Array.of(1, 2, 3), samples: 2 * frame },
        { sizes: Uint32Array.of(10, 20), samples: frame },
        { sizes: Uint32Array.of(100, 200), samples: frame },
      ],
      frame,
      frame,
    )
    expect([...sizes]).toEqual([1, 2, 10, 100, 200])
    expect(ranges).toEqual([
      { group: 0, length: 3 },
      { group: 1, length: 10 },
      { group: 2, length: 300 },
    ])
  })

  test('keeps the end of the last group that has sound', () => {
    const { ranges } = layOutPackets(
      [
        { sizes: Uint32Array.of(5, 6), samples: frame },
        { sizes: new Uint32Array(0), samples: 0 },
      ],
      frame,
      frame,
    )
    expect(ranges).toEqual([{ group: 0, length: 11 }])
  })

  test('refuses groups that are no whole frames or lack packets', () => {
    const lacking = { sizes: Uint32Array.of(1), samples: frame }
    const uneven = { sizes: Uint32Array.of(1, 2), samples: 1000 }
    expect(() => layOutPackets([lacking], frame, frame)).toThrow(/packet a frame/)
    expect(() => layOutPackets([uneven], frame, frame)).toThrow(/whole frames/)
  })
})
