// The memory monitor: the governor's decisions as a table.
import { describe, expect, it } from 'vitest'
import { govern, type GovernorState } from '../../../src/core/studio/governor.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import { studioPorts } from '../../fixtures/studio-ports.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

const MiB = 1024 ** 2
const normal = (lanes: number): GovernorState => ({ lanes, mode: 'normal', calm: 0 })
const at = (usedBytes: number, lanesWanted = 8) => ({
  usedBytes,
  softLimitBytes: 1000 * MiB,
  lanesWanted,
})
const run = (state: GovernorState, readings: number[]) =>
  readings.reduce((now, used) => govern(now, at(used * MiB)), state)

describe('the memory governor', () => {
  it('leaves the lanes alone below the soft limit', () => {
    expect(govern(normal(8), at(999 * MiB))).toEqual(normal(8))
  })

  it('halves the lanes above it, again and again, but keeps one', () => {
    expect(run(normal(8), [1100]).lanes).toBe(4)
    expect(run(normal(8), [1100, 1100, 1100, 1100, 1100]).lanes).toBe(1)
  })

  it('gives nothing back while memory is only a little below the limit', () => {
    expect(run(normal(8), [1100, 990, 990, 990, 990, 990, 990, 990]).lanes).toBe(4)
  })

  it('gives one lane back after five calm readings, and starts counting again', () => {
    expect(run(normal(8), [1100, 500, 500, 500, 500]).lanes).toBe(4)
    expect(run(normal(8), [1100, 500, 500, 500, 500, 500]).lanes).toBe(5)
    expect(run(normal(8), [1100, 500, 500, 500, 500, 900, 500]).lanes).toBe(4)
  })

  it('is normal again when all lanes are back', () => {
    const calm = Array.from({ length: 20 }, () => 100)
    expect(run(normal(8), [1100, ...calm])).toEqual({ lanes: 8, mode: 'normal', calm: 0 })
  })

  it('follows what a person asks for', () => {
    expect(govern(normal(8), at(0, 3)).lanes).toBe(3)
  })
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
