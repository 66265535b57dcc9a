// Once a second: memory, speed and what the governor makes of them.
import type { EndpointPerformance, PerformanceSample } from '../../../contract/index.ts'
import { failureOf } from '../../base/failure-error.ts'
import type { VoiceProvider } from '../../ports/speech.ts'
import { govern, lanesWithin, type GovernorState } from './governor.ts'
import type { Meter } from './meter.ts'
import type { Optimise } from './optimise.ts'
import type { StudioContext } from '../studio-context.ts'

/** Kept for the chart: five minutes where one is taken a second. */
const samplesKept = 300
const samplesMs = 300_000

/** At rest nothing moves: it is measured so much more rarely, and the processor may sleep. */
const atRestFactor = 10

type Machine = Omit<PerformanceSample, 'at' | 'speech'>

export type Watch = {
  /**
   * Those of the clock, and one of this moment with the memory of the last one: whoever reads measures nothing,
   * so that nobody's reading shortens what another one's figures are over.
   */
  samples(): Promise<PerformanceSample[]>
  /** How many lanes a source may use now: what was asked for, as far as the governor allows. */
  laneCap(provider: VoiceProvider): number
  /** The lanes it would use if memory allows. */
  lanesWanted(provider: VoiceProvider): number
  /** Told when the governor has changed the caps. */
  onLaneCap(listener: () => void): () => void
}

export type WatchParts = {
  meter: Meter
  /** What the schedules of the sources do now. */
  endpoints: () => EndpointPerformance[]
  /** Whether a job runs. */
  isBusy: () => boolean
  /** When memory is short. */
  optimise: Optimise
  /** After each sample. */
  sampled: (sample: PerformanceSample, atRest: boolean) => Promise<void>
}

export function createWatch(
  context: StudioContext,
  { meter, endpoints, isBusy, optimise, sampled }: WatchParts,
): Watch {
  const { clock, memory, events, scope, log, options } = context
  const samples: PerformanceSample[] = []
  const listeners = new Set<() => void>()
  let governor: GovernorState = { share: 1, mode: 'normal', calm: 0 }
  let peakRssBytes = 0
  let peakTreeBytes: number | null = null
  let lastAt = clock.monotonic()
  /** The newest reading of memory, as a sample has it. */
  let machine: Machine | null = null

  const lanesWanted = (provider: VoiceProvider) => {
    const { capabilities, endpoints } = provider
    const { start, max } = capabilities.lanes
    const each = start > 0 ? Math.min(start, max) : max
    const own = capabilities.kind === 'embedded' ? Math.min(options.workers, each) : each
    return endpoints.reduce((sum, endpoint) => sum + (provider.lanesOf?.(endpoint) ?? own), 0)
  }

  const measure = async (): Promise<Machine> => {
    const reading = await memory.read()
    const softLimitBytes = context.settingsInForce().memorySoftLimit
    peakRssBytes = Math.max(peakRssBytes, reading.rssBytes)
    if (reading.treeBytes !== null) peakTreeBytes = Math.max(peakTreeBytes ?? 0, reading.treeBytes)
    const before = governor
    governor = govern(governor, {
      usedBytes: reading.treeBytes ?? reading.rssBytes,
      softLimitBytes,
    })
    if (before.share !== governor.share) {
      if (before.mode !== governor.mode) log.info('the memory governor acts', { governor })
      for (const listener of listeners) listener()
      // Lanes that may not work give their memory back; they come again by themselves.
      if (before.mode === 'normal' && governor.mode === 'lowered') void optimise()
      else if (governor.share < before.share)
        for (const provider of context.sources.all()) void provider.rest()
    }
    const seconds = Math.max(0.001, (clock.monotonic() - lastAt) / 1000)
    lastAt = clock.monotonic()
    return {
      memory: {
        rssBytes: reading.rssBytes,
        heapUsedBytes: reading.heapUsedBytes,
        externalBytes: reading.externalBytes,
        treeBytes: reading.treeBytes,
        peakRssBytes,
        peakTreeBytes,
        softLimitBytes,
        governor: governor.mode,
      },
      eventLoopDelayP99Ms: reading.eventLoopDelayP99Ms,
      gcMsPerSecond: reading.gcMs / seconds,
      cpuPercent: reading.cpuPercent,
    }
  }
  const sampleOf = (measured: Machine): PerformanceSample => ({
    at: clock.now(),
    speech: { ...meter.read(), endpoints: endpoints() },
    ...measured,
  })
  const sampleByClock = async () => {
    machine = await measure()
    const sample = sampleOf(machine)
    samples.push(sample)
    const oldest = sample.at - samplesMs
    while (samples.length > samplesKept || (samples[0]?.at ?? sample.at) < oldest) samples.shift()
    events.emit('performance.sampled', { sample })
  }

  let doneBefore = -1
  let restedTurns = 0
  const turn = async () => {
    const done = context.measures.done()
    const atRest = done === doneBefore && !isBusy()
    doneBefore = done
    memory.setAtRest(atRest)
    restedTurns = atRest ? restedTurns + 1 : 0
    if (restedTurns % atRestFactor !== 0) return
    await sampleByClock()
    const newest = samples.at(-1)
    if (newest) await sampled(newest, atRest)
  }
  // Turn by turn, for the setting may be another one by then.
  const turnLater = () =>
    scope.after(clock, context.settingsInForce().memoryCheck * 1000, () => {
      void turn()
        .catch((error: unknown) => log.warn('measuring failed', { failure: failureOf(error) }))
        .finally(turnLater)
    })
  turnLater()

  return {
    async samples() {
      machine ??= await measure()
      return [...samples, sampleOf(machine)]
    },
    laneCap: (provider) => lanesWithin(governor, lanesWanted(provider)),
    lanesWanted,
    onLaneCap(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
