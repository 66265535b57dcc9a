// The memory monitor: the governor's decisions as a table.
import { describe, expect, it } from 'vitest'
import { govern, type GovernorState } from '../../../src/core/studio/governor.ts'

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
