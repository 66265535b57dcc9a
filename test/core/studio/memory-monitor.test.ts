// The memory monitor: the governor's decisions as a table.
import { describe, expect, it } from 'vitest'
import { govern, lanesWithin, type GovernorState } from '../../../src/core/studio/watch/governor.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import { studioPorts } from '../../fixtures/studio-ports.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

const MiB = 1024 ** 2
const normal: GovernorState = { share: 1, mode: 'normal', calm: 0 }
const after = (readings: number[]) =>
  readings.reduce(
    (now, used) => govern(now, { usedBytes: used * MiB, softLimitBytes: 1000 * MiB }),
    normal,
  )
/** Of a source that would use so many. */
const lanes = (readings: number[], wanted = 8) => lanesWithin(after(readings), wanted)

describe('the memory governor', () => {
  it('leaves the lanes alone below the soft limit', () => {
    expect(after([999])).toEqual(normal)
  })

  it('halves the lanes above it, again and again, but keeps one', () => {
    expect(lanes([1100])).toBe(4)
    expect(lanes([1100, 1100, 1100, 1100, 1100])).toBe(1)
  })

  it('gives nothing back while memory is only a little below the limit', () => {
    expect(lanes([1100, 990, 990, 990, 990, 990, 990, 990])).toBe(4)
  })

  it('gives one lane back after five calm readings, and starts counting again', () => {
    expect(lanes([1100, 500, 500, 500, 500])).toBe(4)
    expect(lanes([1100, 500, 500, 500, 500, 500])).toBe(5)
    expect(lanes([1100, 500, 500, 500, 500, 900, 500])).toBe(4)
  })

  it('is normal again when all lanes are back', () => {
    const calm = Array.from({ length: 20 }, () => 100)
    expect(after([1100, ...calm])).toEqual(normal)
  })

  it.each([
    [[], 16, 16],
    [[1100], 16, 8],
    [[1100], 4, 2],
    [[1100, 1100, 1100], 1, 1],
  ])(
    'after readings %j leaves a source that would use %d lanes %d of them',
    (readings, wanted, left) => expect(lanes(readings, wanted)).toBe(left),
  )
})

describe('at rest', () => {
  it('a studio measures ten times more rarely, and gives back once what it does not need', async () => {
    const clock = createVirtualClock()
    const { ports, options } = studioPorts(clock, {})
    let collected = 0
    const memory = { ...ports.memory, collect: async () => void (collected += 1) }
    const studio = await openStudio({ ...ports, memory }, options)
    const told: number[] = []
    studio.on('performance.sampled', ({ sample }) => told.push(sample.at / 1000))
    await clock.advance(60_000)
    expect(told).toEqual([1, 11, 21, 31, 41, 51])
    expect(collected).toBe(1)
    await studio.call('library.list', {})
    await clock.advance(30_000)
    expect(told.slice(6)).toEqual([61, 71, 81])
    expect(collected).toBe(2)
    await studio.close()
  })
})
