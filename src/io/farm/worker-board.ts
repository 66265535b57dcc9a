// The workers that are there, as they announce themselves; those that fall silent are gone within seconds.
import { failure } from '../../core/base/failure-error.ts'
import { createScope, type Clock } from '../../core/base/scope.ts'
import type { Log } from '../../core/ports/machine.ts'
import type { Voice } from '../../contract/index.ts'
import type { FarmLine } from './farm-line.ts'
import { queueName } from './farm-keys.ts'
import {
  AnnouncedSource,
  AnnouncedWorker,
  farmProtocol,
  longestText,
  understood,
} from './protocol.ts'
import { z } from 'zod'

export type SeenWorker = AnnouncedWorker & {
  from: readonly AnnouncedSource[]
  /** Answers of it that were no sound. */
  bad: number
}

export type WorkerBoard = {
  all(): readonly SeenWorker[]
  /** Those that may be asked. */
  usable(): readonly SeenWorker[]
  /** Sources of a provider that may be asked, over all workers. */
  sourcesOf(provider: string): readonly AnnouncedSource[]
  providers(): readonly string[]
  /** Lanes for a provider's voices now, of all workers together. */
  lanesFor(provider: string): number
  lanesOfQueue(queue: string): number
  /** Which endpoint id a voice is announced under; null where nobody has it. */
  endpointOf(voiceId: string): string | null
  /** Workers with a lane that does nothing, for a queue. */
  idleFor(queue: string): readonly SeenWorker[]
  /** Notes an answer that was no sound; after the third the worker is asked no more. */
  distrust(workerId: string): void
  distrusted(): readonly string[]
  /** Told when voices or lanes have changed, with whether voices have. */
  onChange(listener: (voices: boolean) => void): () => void
  /** Told after each look. */
  onLook(listener: () => void): () => void
  close(): void
}

const lookMs = 2_000
const mostBad = 3
/** Beyond so many a studio does not look: it could not use them. */
const mostWorkers = 5_000

const Sources = z.array(AnnouncedSource).max(500)

/** Looks every other second, and whenever a worker says that it came, went or changed. */
export function createWorkerBoard(line: FarmLine, clock: Clock, log: Log): WorkerBoard {
  const { redis, keys } = line
  let workers: SeenWorker[] = []
  const sources = new Map<string, { digest: string; from: AnnouncedSource[] }>()
  const bad = new Map<string, number>()
  const changes = new Set<(voices: boolean) => void>()
  const looks = new Set<() => void>()
  const scope = createScope()
  let endpoints = new Map<string, string>()
  let isLooking = false
  let again = false
  let told = ''
  let toldVoices = ''

  const textsOf = async (names: string[]): Promise<(string | null)[]> =>
    names.length === 0 ? [] : redis.mget(names)
  const sourcesFor = async ({ id, sources: digest }: AnnouncedWorker) => {
    const known = sources.get(id)
    if (known?.digest === digest) return known.from
    // No longer than it may be, whoever wrote it.
    const text = await redis.getrange(keys.sources(id), 0, longestText)
    const from = understood(Sources, text) ?? []
    sources.set(id, { digest, from })
    return from
  }
  const look = async () => {
    const ids = (await redis.smembers(keys.workers)).slice(0, mostWorkers)
    const texts = await textsOf(ids.map(keys.worker))
    const seen: SeenWorker[] = []
    const gone: string[] = []
    for (const [index, id] of ids.entries()) {
      const worker = understood(AnnouncedWorker, texts[index])
      if (worker?.id === id) {
        const from = worker.protocol === farmProtocol ? await sourcesFor(worker) : []
        seen.push({ ...worker, from, bad: bad.get(id) ?? 0 })
      } else if (texts[index] === null || texts[index] === undefined) gone.push(id)
    }
    for (const id of gone) sources.delete(id)
    if (gone.length > 0) await redis.srem(keys.workers, gone)
    workers = seen.sort((one, other) => one.name.localeCompare(other.name))
  }
  const tell = () => {
    const voices = JSON.stringify(workers.map((worker) => [worker.id, worker.sources]))
    const lanes = JSON.stringify(usable().map(({ id, lanes }) => [id, lanes]))
    if (voices + lanes === told) return
    const areVoices = voices !== toldVoices
    told = voices + lanes
    const announced = usable().flatMap(({ from }) => from)
    endpoints = new Map(
      announced.flatMap(({ endpointId, voices }) => voices.map(({ id }) => [id, endpointId])),
    )
    toldVoices = voices
    for (const listener of changes) listener(areVoices)
  }
  const turn = async () => {
    if (isLooking) {
      again = true
      return
    }
    isLooking = true
    try {
      do {
        again = false
        if (line.state === 'connected') await look()
        else workers = []
      } while (again)
    } catch (error) {
      log.debug('the farm could not be looked at', { error: String(error) })
    } finally {
      isLooking = false
    }
    if (scope.disposed) return
    tell()
    for (const listener of looks) listener()
  }
  scope.own(line.onStir(() => void turn()))
  scope.own(line.onState(() => void turn()))
  scope.every(clock, lookMs, turn)

  const mayBeAsked = ({ id, protocol, wish }: SeenWorker) =>
    protocol === farmProtocol && wish === 'work' && (bad.get(id) ?? 0) < mostBad
  const usable = () => workers.filter(mayBeAsked)
  const withSource = (isIt: (source: AnnouncedSource) => boolean) =>
    usable().flatMap((worker) => {
      const found = worker.from.filter(isIt)
      return found.length === 0 ? [] : [{ worker, found }]
    })
  // A source's lanes are those of its engine, which several of its models share.
  const lanesOf = (isIt: (source: AnnouncedSource) => boolean) =>
    withSource(isIt).reduce(
      (sum, { found }) => sum + Math.max(...found.map(({ lanes }) => lanes)),
      0,
    )
  const isOfQueue = (queue: string) => (source: AnnouncedSource) =>
    queueName(source.provider, source.endpointId) === queue

  return {
    all: () => workers,
    usable,
    sourcesOf: (provider) =>
      withSource((source) => source.provider === provider).flatMap(({ found }) => found),
    providers: () => [
      ...new Set(usable().flatMap(({ from }) => from.map(({ provider }) => provider))),
    ],
    lanesFor: (provider) => lanesOf((source) => source.provider === provider),
    lanesOfQueue: (queue) => lanesOf(isOfQueue(queue)),
    endpointOf: (voiceId) => endpoints.get(voiceId) ?? null,
    idleFor: (queue) =>
      withSource(isOfQueue(queue))
        .map(({ worker }) => worker)
        .filter(({ lanes, busy }) => busy < lanes),
    distrust(workerId) {
      const times = (bad.get(workerId) ?? 0) + 1
      bad.set(workerId, times)
      if (times < mostBad) return
      log.warn('a worker of the farm is asked no more', {
        failure: failure('farm-worker-bad', { worker: workerId }),
      })
      tell()
    },
    distrusted: () => [...bad].filter(([, times]) => times >= mostBad).map(([id]) => id),
    onChange(listener) {
      changes.add(listener)
      return () => void changes.delete(listener)
    },
    onLook(listener) {
      looks.add(listener)
      return () => void looks.delete(listener)
    },
    close: () => void scope.dispose(),
  }
}

/** Voices that several workers announce, once each. */
export const voicesOf = (sources: readonly AnnouncedSource[]): Voice[] => [
  ...new Map(sources.flatMap(({ voices }) => voices).map((voice) => [voice.id, voice])).values(),
]
