// How fast speech goes, by a clock that the test drives.
import { describe, expect, it } from 'vitest'
import { createMeter } from '../../../src/core/studio/meter.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

describe('the meter', () => {
  it('counts efficiency as busy lane-seconds over lane-seconds', async () => {
    const clock = createVirtualClock()
    const meter = createMeter(clock)
    meter.begin(2)
    const first = meter.laneBusy()
    const second = meter.laneBusy()
    await clock.advance(1000)
    first('arrived')
    await clock.advance(1000)
    second('arrived')
    expect(meter.read().parallelEfficiency).toBeCloseTo(0.75)
  })

  it('tells latency as quantiles, and leaves failed calls out', async () => {
    const clock = createVirtualClock()
    const meter = createMeter(clock)
    meter.begin(1)
    for (const ms of [100, 200, 300]) {
      const over = meter.laneBusy()
      await clock.advance(ms)
      over('arrived')
    }
    const failing = meter.laneBusy()
    await clock.advance(9000)
    failing('failed')
    expect(meter.read()).toMatchObject({ latencyP50Ms: 200, latencyP95Ms: 300, busyLanes: 0 })
  })

  it('tells rates over the last ten seconds, and a hit rate over everything', async () => {
    const clock = createVirtualClock()
    const meter = createMeter(clock)
    meter.begin(1)
    meter.kept(1000, 60)
    await clock.advance(20_000)
    meter.kept(100, 6)
    await clock.advance(2000)
    meter.cacheHits(2)
    expect(meter.read()).toMatchObject({
      charactersPerSecond: 50,
      realTimeFactor: 3,
      cacheHitRate: 0.5,
    })
  })

  it('knows no efficiency and no end when nothing is spoken', () => {
    const meter = createMeter(createVirtualClock())
    expect(meter.read()).toMatchObject({
      parallelEfficiency: null,
      etaSeconds: null,
      cacheHitRate: null,
    })
  })
})
