// How fast speech goes, by a clock that the test drives.
import { describe, expect, it } from 'vitest'
import { createMeter } from '../../../src/core/studio/watch/meter.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

const plain = (lanes: number) => new Map([['plain', lanes]])

describe('the meter', () => {
  it('counts efficiency as busy lane-seconds over lane-seconds', async () => {
    const clock = createVirtualClock()
    const meter = createMeter(clock)
    meter.begin(plain(2))
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
    meter.begin(plain(1))
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
    meter.begin(plain(1))
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

  it('goes on for a job while another one begins and ends beside it', async () => {
    const clock = createVirtualClock()
    const meter = createMeter(clock)
    const narration = meter.begin(plain(2))
    narration.setQueued(100)
    meter.laneBusy()
    await clock.advance(1000)
    meter.kept(100, 6)
    const regeneration = meter.begin(plain(2))
    regeneration.setQueued(10)
    await clock.advance(1000)
    // Jobs at one source share its lanes.
    expect(meter.read()).toMatchObject({ queued: 110, lanes: 2, lanesWanted: 2, etaSeconds: 110 })
    regeneration.end()
    expect(meter.read()).toMatchObject({ queued: 100, lanes: 2, lanesWanted: 2, etaSeconds: 100 })
    expect(meter.read().parallelEfficiency).toBeCloseTo(0.5)
    narration.end()
    expect(meter.read()).toMatchObject({ queued: 0, lanesWanted: 0, parallelEfficiency: null })
  })

  it('adds the lanes of jobs at different sources', () => {
    const meter = createMeter(createVirtualClock())
    meter.begin(plain(2))
    const other = meter.begin(new Map([['other', 3]]))
    expect(meter.read()).toMatchObject({ lanes: 5, lanesWanted: 5 })
    other.setLanes(new Map([['other', 1]]))
    expect(meter.read()).toMatchObject({ lanes: 3, lanesWanted: 5 })
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
