// What the studio knows of its own speed and memory, as charts and as figures.
import { type ReactNode, useMemo } from 'react'
import type { PerformanceSample } from '../../../contract/index.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { words } from '../words.ts'
import { EndpointTable } from './endpoint-table.tsx'
import { PerformanceChart } from './performance-chart.tsx'
import styles from './performance-panel.module.css'

const mebibyte = 1024 ** 2

export function PerformancePanel() {
  const samples = useStore(useFace().performance)
  const [speed, memory] = useMemo(() => {
    const times = samples.map((sample) => sample.at / 1000)
    const tree = samples.map(({ memory: m }) => (m.treeBytes ?? m.rssBytes) / mebibyte)
    return [
      { times, lines: [samples.map((sample) => sample.speech.charactersPerSecond)] },
      { times, lines: [tree, samples.map((sample) => sample.memory.softLimitBytes / mebibyte)] },
    ]
  }, [samples])
  const last = samples.at(-1)
  return (
    <div className={styles['panel']}>
      <PerformanceChart name={words.performance.speedChart} data={speed} unit={words.count} />
      <PerformanceChart name={words.performance.memoryChart} data={memory} unit={words.count} />
      {last === undefined ? (
        <p>{words.performance.chartEmpty}</p>
      ) : (
        <>
          <Figures name={words.performance.speech} rows={speechFigures(last)} />
          <Figures name={words.performance.machine} rows={machineFigures(last)}>
            <EndpointTable endpoints={last.speech.endpoints} at={last.at} />
          </Figures>
        </>
      )}
    </div>
  )
}

type Figure = { name: string; value: string; note?: string }

function Figures(props: { name: string; rows: readonly Figure[]; children?: ReactNode }) {
  const { name, rows } = props
  return (
    // Longer than the panel is high: the keyboard must be able to scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['figures']} aria-label={name} tabIndex={0}>
      <h3 className={styles['head']}>{name}</h3>
      <dl>
        {rows.map((row) => (
          <div key={row.name} className={styles['row']}>
            <dt>{row.name}</dt>
            <dd>
              {row.value}
              {row.note === undefined ? null : <span className={styles['note']}>{row.note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {props.children}
    </section>
  )
}

const or = (value: number | null, word: (number: number) => string): string =>
  value === null ? words.none : word(value)

export function speechFigures({ memory, speech }: PerformanceSample): Figure[] {
  const { performance: names } = words
  const latency =
    speech.latencyP50Ms === null || speech.latencyP95Ms === null
      ? words.none
      : names.latencyValue(speech.latencyP50Ms, speech.latencyP95Ms)
  const lowered = memory.governor === 'lowered' && speech.lanes < speech.lanesWanted
  return [
    {
      name: names.lanes,
      value: names.lanesValue(speech.busyLanes, speech.lanes),
      ...(lowered ? { note: names.lanesLowered(speech.lanesWanted) } : {}),
    },
    { name: names.efficiency, value: or(speech.parallelEfficiency, words.percent) },
    { name: names.characters, value: words.count(speech.charactersPerSecond) },
    { name: names.realTime, value: words.times(speech.realTimeFactor) },
    { name: names.latency, value: latency },
    { name: names.hitRate, value: or(speech.cacheHitRate, words.percent) },
    { name: names.queue, value: words.count(speech.queued) },
    { name: names.requests, value: names.requestsValue(speech.requests, speech.retries) },
    { name: names.flagged, value: words.count(speech.flagged) },
    { name: names.failures, value: words.count(speech.failures) },
    { name: names.eta, value: or(speech.etaSeconds, words.duration) },
  ]
}

export function machineFigures(sample: PerformanceSample): Figure[] {
  const { performance: names } = words
  const { memory } = sample
  return [
    { name: names.memory, value: words.bytes(memory.rssBytes) },
    { name: names.tree, value: or(memory.treeBytes, words.bytes) },
    {
      name: names.softLimit,
      value: words.bytes(memory.softLimitBytes),
      ...(memory.governor === 'lowered' ? { note: names.governorLowered } : {}),
    },
    { name: names.eventLoop, value: names.milliseconds(sample.eventLoopDelayP99Ms) },
    { name: names.garbage, value: names.garbageValue(sample.gcMsPerSecond) },
    { name: names.processor, value: names.processorValue(sample.cpuPercent) },
  ]
}
