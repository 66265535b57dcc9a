// The newest measurement as named figures, for the panel and the copied text.
import type { PerformanceSample } from '../../../contract/index.ts'
import { words } from '../words.ts'

export type Figure = { name: string; value: string; note?: string }

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

/** The strip's figures; without speech only what the machine does. */
export function stripWords({ speech, memory }: PerformanceSample): string[] {
  const { idle, realTimeValue, strip } = words.performance
  const rest = speech.busyLanes === 0 && (speech.lanes === 0 || speech.charactersPerSecond === 0)
  const hits = speech.cacheHitRate === null ? [] : [strip.hits(speech.cacheHitRate)]
  const machine = [
    ...hits,
    words.bytes(memory.treeBytes ?? memory.rssBytes),
    ...(memory.governor === 'lowered' ? [strip.lowered] : []),
  ]
  if (rest) return [idle, ...machine]
  return [
    strip.lanes(speech.busyLanes, speech.lanes),
    realTimeValue(words.times(speech.realTimeFactor)),
    ...(speech.etaSeconds === null ? [] : [words.studio.eta(speech.etaSeconds)]),
    ...machine,
  ]
}
