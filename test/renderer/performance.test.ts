// The measurements as strip, charts in words, and text that can be copied.
import { describe, expect, it } from 'vitest'
import type {
  OperationName,
  OperationPerformance,
  PerformanceSample,
} from '../../src/contract/index.ts'
import { isWorthDrawing } from '../../src/renderer/src/hooks/use-calm-samples.ts'
import {
  chartRows,
  chartText,
  governorActs,
} from '../../src/renderer/src/state/performance-charts.ts'
import { stripWords } from '../../src/renderer/src/state/performance-figures.ts'
import { farmView } from '../fixtures/farm.ts'
import { performanceText, textTable } from '../../src/renderer/src/state/performance-text.ts'

type Change = Omit<Partial<PerformanceSample>, 'speech' | 'memory'> & {
  speech?: Partial<PerformanceSample['speech']>
  memory?: Partial<PerformanceSample['memory']>
}
const MB = 1024 ** 2

const sample = ({ speech, memory, ...change }: Change = {}): PerformanceSample => ({
  at: 1_000_000,
  speech: {
    lanes: 2,
    lanesWanted: 2,
    busyLanes: 2,
    parallelEfficiency: 0.9,
    charactersPerSecond: 410,
    realTimeFactor: 24,
    latencyP50Ms: 800,
    latencyP95Ms: 1900,
    cacheHitRate: 0.25,
    queued: 12,
    requests: 40,
    retries: 1,
    flagged: 0,
    failures: 0,
    spoken: 30,
    cacheHits: 10,
    etaSeconds: 95,
    endpoints: [],
    ...speech,
  },
  memory: {
    rssBytes: 200 * MB,
    heapUsedBytes: 40 * MB,
    externalBytes: MB,
    treeBytes: 410 * MB,
    peakRssBytes: 220 * MB,
    peakTreeBytes: 420 * MB,
    softLimitBytes: 1536 * MB,
    governor: 'normal',
    ...memory,
  },
  eventLoopDelayP99Ms: 12,
  gcMsPerSecond: 1,
  cpuPercent: 80,
  ...change,
})

const idle = { lanes: 0, busyLanes: 0, queued: 0, charactersPerSecond: 0 }

describe('the strip', () => {
  it('tells lanes, speed, time left, cache and memory', () => {
    expect(stripWords(sample())).toEqual([
      '2 of 2 lanes',
      '24× real time',
      'about 2 min left',
      '25% from the cache',
      '410 MB',
    ])
  })

  it('tells at rest what the machine does, and always that lanes were lowered', () => {
    expect(stripWords(sample({ speech: { ...idle, cacheHitRate: null } }))).toEqual([
      'Nothing is being spoken',
      '410 MB',
    ])
    expect(stripWords(sample({ memory: { governor: 'lowered' } })).at(-1)).toBe(
      'fewer lanes, to spare memory',
    )
  })
})

describe('the governor’s actions', () => {
  it('are read from one measurement to the next; a job’s end is none of them', () => {
    const samples = [
      sample({ at: 1000, speech: idle }),
      sample({ at: 2000 }),
      sample({ at: 3000, speech: { lanes: 1 }, memory: { governor: 'lowered' } }),
      sample({ at: 4000, speech: { lanes: 1 }, memory: { governor: 'lowered' } }),
      sample({ at: 5000, speech: { lanes: 2, lanesWanted: 3 }, memory: { governor: 'lowered' } }),
      sample({ at: 6000, speech: idle, memory: { governor: 'lowered' } }),
      sample({ at: 7000, speech: idle }),
    ]
    expect(governorActs(samples)).toEqual([
      { at: 3000, isLowered: true, lanes: 1, wanted: 2 },
      { at: 5000, isLowered: false, lanes: 2, wanted: 3 },
      { at: 7000, isLowered: false, lanes: 0, wanted: 2 },
    ])
  })
})

describe('a chart in words', () => {
  const textOf = (name: string, samples: PerformanceSample[]) => {
    const row = chartRows.find((one) => one.name.startsWith(name))
    return row && chartText(row, samples)
  }

  it('tells each line now, at least and at most, without what is not known', () => {
    const samples = [
      sample({ speech: { latencyP50Ms: null, latencyP95Ms: null } }),
      sample({ speech: { latencyP50Ms: 500 } }),
      sample(),
    ]
    expect(textOf('Latency', samples)).toBe(
      'Latency, ms over the last minutes: p50 now 800, least 500, most 800; ' +
        'p95 now 1,900, least 1,900, most 1,900.',
    )
    expect(textOf('Latency', samples.slice(0, 1))).toContain('p50 not known yet')
    expect(textOf('Latency', [])).toBe('Latency, ms. No measurement yet')
    expect(textOf('Cache', samples)).toContain('hits now 25, least 25, most 25')
  })

  it('tells what the governor did to memory', () => {
    const lowered = sample({ at: 2000, speech: { lanes: 1 }, memory: { governor: 'lowered' } })
    expect(textOf('Memory', [sample(), lowered])).toMatch(
      /The memory governor: lowered to 1 of 2 lanes at \d\d:\d\d:\d\d\.$/,
    )
  })
})

describe('the measurements as text', () => {
  it('are tables whose columns stand in line', () => {
    expect(
      textTable([
        ['', 'now', 'most'],
        ['Queue', '7', '1,200'],
        ['Memory in MB', '410', '420'],
      ]),
    ).toBe(
      ['              now   most', 'Queue           7  1,200', 'Memory in MB  410    420'].join(
        '\n',
      ),
    )
  })

  const noFigures = {
    ...{ pssBytes: null, heapUsedBytes: null, externalBytes: null, arrayBufferBytes: null },
    ...{ cpuPercent: null, gcMsPerSecond: null, collections: null, eventLoopDelayP99Ms: null },
    ...{ eventLoopUtilisation: null, threads: null, openFiles: null },
  }

  it('hold figures, lines over time, places and the governor', () => {
    const endpoint = {
      id: 'p/e',
      label: 'Box A',
      width: 4,
      busy: 2,
      breaker: 'closed' as const,
      nextTryAt: null,
      pausedUntil: null,
      lastFailure: null,
    }
    const text = performanceText(
      [
        sample({ at: 1000 }),
        sample({
          at: 2000,
          speech: { lanes: 1, endpoints: [endpoint] },
          memory: { governor: 'lowered' },
        }),
      ],
      {
        alerts: [{ name: 'disk', level: 'warning', of: null, value: 1e9, limit: 2e9, since: 0 }],
        operations: [operation('load', null, 2), operation('export', 'm4b', 1900, -12 * MB)],
        processes: [{ ...noFigures, name: 'lectern-codec', kind: 'child', pid: 7, rssBytes: 5e7 }],
        farm: farmView,
      },
    )
    expect(text).toMatch(
      /Farm\n.*farm\.example.*\n[^]*\ndesk +0\.1\.0 +3 of 4 +1,204 +17\.5.* +2 +0 +working$/m,
    )
    expect(text).toContain('Warnings\nWarning: Only 954 MB are free where takes rest.')
    expect(text).toMatch(/Heap +CPU .*\nlectern-codec \(process\) +48 MB +–/)
    expect(text).toMatch(
      /p95 +p99 +Longest +Growth\nWrite a file, m4b +7 +1 +[\d.]+ ms +1.9 s +1.9 s +1.9 s +-12 MB\nLook takes up +7 +1 .* –\n“Growth”: /,
    )
    expect(text).toMatch(
      /^Lectern's performance at \d\d:\d\d:\d\d\n\nWarnings\n.+\n\nSpeech\nLanes +2 of 1 busy/,
    )
    expect(text).toContain('The last five minutes\n')
    expect(text).toMatch(/Latency, ms, p95 +1,900 +1,900 +1,900/)
    expect(text).toMatch(/Server +Limit +Busy +State\nBox A +4 +2 +answers/)
    expect(text).toMatch(/Memory governor\nlowered to 1 of 2 lanes at/)
    expect(performanceText([], { alerts: [], operations: [], processes: [], farm: null })).toBe('')
  })
})

/** One kind of operation whose 95th percentile is this. */
function operation(
  name: OperationName,
  of: string | null,
  p95Ms: number,
  maxBytes?: number,
): OperationPerformance {
  const [minMs, meanMs, p50Ms] = [p95Ms / 10, p95Ms / 4, p95Ms / 4]
  return {
    ...{ operation: name, of, count: 7, failures: 1 },
    ...{ minMs, meanMs, p50Ms, p95Ms, p99Ms: p95Ms, maxMs: p95Ms },
    memoryGrowth: maxBytes === undefined ? null : { meanBytes: 0, maxBytes, lastBytes: 0 },
  }
}

describe('charts', () => {
  it('are drawn with each measurement of work, seldom at rest', () => {
    const work = [sample({ at: 1000 })]
    const rest = [sample({ at: 2000, speech: idle })]
    const later = (at: number) => [sample({ at, speech: idle })]
    expect(isWorthDrawing([], work)).toBe(true)
    expect(isWorthDrawing(work, [sample({ at: 2000 })])).toBe(true)
    expect(isWorthDrawing(work, rest)).toBe(true)
    expect(isWorthDrawing(rest, later(3000))).toBe(false)
    expect(isWorthDrawing(rest, later(7000))).toBe(true)
    expect(isWorthDrawing(rest, [...rest, sample({ at: 3000 })])).toBe(true)
  })
})
