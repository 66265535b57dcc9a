// When an alert is raised, and when it is cleared.
import { describe, expect, it } from 'vitest'
import { defaultSettings, type PerformanceSample } from '../../../src/contract/index.ts'
import type { AlertFacts } from '../../../src/core/studio/watch/alert-rules.ts'
import { createAlerts } from '../../../src/core/studio/watch/alerts.ts'
import { createRecentOutcomes } from '../../../src/core/studio/watch/recent-outcomes.ts'

const MiB = 1024 ** 2
const clock = { monotonic: () => 0 }
const settings = defaultSettings()

function facts(given: {
  delayMs?: number
  rssBytes?: number
  cpuPercent?: number
  about?: Partial<AlertFacts>
}): AlertFacts {
  const { delayMs = 0, rssBytes = 1, cpuPercent = 0, about = {} } = given
  const sample = {
    eventLoopDelayP99Ms: delayMs,
    cpuPercent,
    memory: { rssBytes },
  } as unknown as PerformanceSample
  return {
    sample,
    recent: createRecentOutcomes(clock),
    segments: { count: 0, failures: 0 },
    leaks: [],
    freeDiskBytes: 500e9,
    rerun: null,
    atRest: false,
    ...about,
  }
}

/** The names that are raised after so many seconds of the same. */
function after(seconds: number, given: AlertFacts): string[] {
  const alerts = createAlerts()
  let raised: string[] = []
  for (let second = 0; second <= seconds; second += 1)
    raised = alerts.step(given, settings, second * 1000).map(({ name }) => name)
  return raised
}

function spoken(count: number, ms: number) {
  const recent = createRecentOutcomes(clock)
  for (let at = 0; at < count; at += 1) recent.heard('speak', 'espeak', ms)
  return recent
}

describe('alerts', () => {
  it('are silent while all is well', () => {
    expect(after(120, facts({ delayMs: 20, rssBytes: 150 * MiB, cpuPercent: 80 }))).toEqual([])
  })

  it.each([
    ['speech', facts({ about: { recent: spoken(30, 11_000) } })],
    ['failures', facts({ about: { segments: { count: 100, failures: 2 } } })],
    ['lost-takes', facts({ about: { rerun: { there: 10, gone: 30 } } })],
    ['disk', facts({ about: { freeDiskBytes: 1e9 } })],
    ['core-memory', facts({ rssBytes: 500 * MiB })],
    ['event-loop', facts({ delayMs: 150 })],
    ['busy-at-rest', facts({ cpuPercent: 95, about: { atRest: true } })],
    [
      'leak',
      facts({
        about: { leaks: [{ name: 'listeners', unit: 'count', from: 1, to: 99, since: 0 }] },
      }),
    ],
  ])('warn of %s', (name, given) => {
    expect(after(61, given)).toEqual([name])
  })

  it('call many failures critical', () => {
    const raised = createAlerts().step(
      facts({ about: { segments: { count: 100, failures: 10 } } }),
      settings,
      0,
    )
    expect(raised.map(({ name, level }) => [name, level])).toEqual([
      ['failures', 'warning'],
      ['many-failures', 'critical'],
    ])
  })

  it('warn of slow lists and slow reading', () => {
    const recent = createRecentOutcomes(clock)
    for (let at = 0; at < 20; at += 1) {
      recent.heard('call', 'library.list', 3000)
      recent.heard('parse', null, 3000)
    }
    expect(after(0, facts({ about: { recent } }))).toEqual(['lists', 'imports'])
  })

  it('do not warn of one slow list, nor of one moment in which others wait', () => {
    const recent = createRecentOutcomes(clock)
    for (let at = 0; at < 30; at += 1) recent.heard('call', 'library.list', at === 0 ? 9000 : 5)
    expect(after(0, facts({ delayMs: 3000, about: { recent } }))).toEqual([])
  })

  it('do not swing with a figure that swings around its limit', () => {
    const alerts = createAlerts()
    const raised = Array.from(
      { length: 300 },
      (_, second) =>
        alerts.step(facts({ delayMs: second % 2 === 0 ? 101 : 99 }), settings, second * 1000)
          .length,
    )
    expect(new Set(raised)).toEqual(new Set([0]))
    const low = createAlerts()
    const disk = Array.from({ length: 300 }, (_, second) => {
      const freeDiskBytes = (second % 2 === 0 ? 0.99 : 1.01) * settings.alertDisk
      return low.step(facts({ about: { freeDiskBytes } }), settings, second * 1000).length
    })
    expect(new Set(disk)).toEqual(new Set([1]))
  })

  it('are cleared half a minute after all is well again, and remember the worst until then', () => {
    const alerts = createAlerts()
    alerts.step(facts({ about: { freeDiskBytes: 1e9 } }), settings, 0)
    alerts.step(facts({ about: { freeDiskBytes: 0.5e9 } }), settings, 1000)
    const well = facts({})
    expect(alerts.step(well, settings, 2000)).toMatchObject([
      { name: 'disk', value: 0.5e9, since: 0 },
    ])
    expect(alerts.step(well, settings, 31_000)).toHaveLength(1)
    expect(alerts.step(well, settings, 32_000)).toEqual([])
  })
})
