// What is drawn over time, as one table: the charts, their text equivalents and the copied text read it.
import type { PerformanceSample } from '../../../contract/index.ts'
import { words } from '../words.ts'
import type { Samples } from './performance.ts'

export type LineLook = 'first' | 'second' | 'limit'

type ChartLine = {
  name: string
  look: LineLook
  /** Null while it is not known. */
  of(sample: PerformanceSample): number | null
}

export type ChartRow = {
  name: string
  lines: readonly ChartLine[]
  /** The upper end of the scale where it is always the same. */
  top?: number
  /** Whether the memory governor's actions are marked. */
  marked?: true
}

const { charts, lines } = words.performance
const mebibyte = 1024 ** 2
const hundredfold = (rate: number | null) => (rate === null ? null : rate * 100)

export const chartRows: readonly ChartRow[] = [
  {
    name: charts.throughput,
    lines: [{ name: lines.throughput, look: 'first', of: (s) => s.speech.charactersPerSecond }],
  },
  {
    name: charts.latency,
    lines: [
      { name: lines.p50, look: 'first', of: (s) => s.speech.latencyP50Ms },
      { name: lines.p95, look: 'second', of: (s) => s.speech.latencyP95Ms },
    ],
  },
  {
    name: charts.queue,
    lines: [{ name: lines.queue, look: 'first', of: (s) => s.speech.queued }],
  },
  {
    name: charts.cache,
    lines: [{ name: lines.cache, look: 'first', of: (s) => hundredfold(s.speech.cacheHitRate) }],
    top: 100,
  },
  {
    name: charts.memory,
    lines: [
      {
        name: lines.memory,
        look: 'first',
        of: ({ memory }) => (memory.treeBytes ?? memory.rssBytes) / mebibyte,
      },
      { name: lines.limit, look: 'limit', of: (s) => s.memory.softLimitBytes / mebibyte },
    ],
    marked: true,
  },
  {
    name: charts.loop,
    lines: [{ name: lines.loop, look: 'first', of: (s) => s.eventLoopDelayP99Ms }],
  },
]

/** Something that the memory governor did; `lanes` is 0 when nothing was being spoken. */
export type GovernorAct = { at: number; isLowered: boolean; lanes: number; wanted: number }

/** Read from how one measurement differs from the one before. */
export function governorActs(samples: Samples): GovernorAct[] {
  return samples.slice(1).flatMap((sample, index): GovernorAct[] => {
    const before = samples[index]
    if (before === undefined) return []
    const [was, is] = [before.memory.governor, sample.memory.governor]
    const { lanes, lanesWanted: wanted } = sample.speech
    const act = { at: sample.at, lanes, wanted }
    if (was !== is) return [{ ...act, isLowered: is === 'lowered' }]
    // Without a job there are no lanes: that one begins or ends is not the governor's doing.
    if (is === 'normal' || lanes === before.speech.lanes || lanes * before.speech.lanes === 0)
      return []
    return [{ ...act, isLowered: lanes < before.speech.lanes }]
  })
}

export const actWords = ({ isLowered, lanes, wanted, at }: GovernorAct): string =>
  words.performance.governorAct(isLowered, lanes, wanted, at)

/** Now, least and most of a line in words; null while it is not known. */
export function lineFigures(line: ChartLine, samples: Samples): [string, string, string] | null {
  const known = samples.flatMap((sample) => line.of(sample) ?? [])
  const now = known.at(-1)
  if (now === undefined) return null
  // Not spread into Math.min: a row of samples may grow.
  const least = known.reduce((a, b) => Math.min(a, b))
  const most = known.reduce((a, b) => Math.max(a, b))
  return [words.count(now), words.count(least), words.count(most)]
}

/** A chart in a sentence, for whoever does not see it. */
export function chartText(row: ChartRow, samples: Samples): string {
  const { performance: say } = words
  if (samples.length === 0) return `${row.name}. ${say.chartEmpty}`
  const parts = row.lines.map((line) => {
    const figures = lineFigures(line, samples)
    return figures === null ? say.lineUnknown(line.name) : say.lineText(line.name, ...figures)
  })
  const acts = row.marked === true ? governorActs(samples).map(actWords) : []
  return say.chartText(row.name, parts) + (acts.length === 0 ? '' : say.governorActs(acts))
}
