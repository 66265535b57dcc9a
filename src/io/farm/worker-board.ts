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
  /** Told when voices or lanes have changed. */
  onChange(listener: () => void): () => void
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
  const changes = new Set<() => void>()
  const looks = new Set<() => void>()
  const scope = createScope()
  let known = knownOf([])
  let isLooking = false
  let again = false
  let told = ''

  const textsOf = async (names: string[]): Promise<(string | null)[]> =>
    names.length === 0 ? [] : redis.mget(names)
  const sourcesFor = async ({ id, sources: digest }: AnnouncedWorker) => {
    const before = sources.get(id)
    if (before?.digest === digest) return before.from
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
  const mayBeAsked = ({ id, protocol, wish }: SeenWorker) =>
    protocol === farmProtocol && wish === 'work' && (bad.get(id) ?? 0) < mostBad
  const usable = () => workers.filter(mayBeAsked)
  const tell = () => {
    // Asked for at every request: worked out once a look instead.
    known = knownOf(usable())
    const now = JSON.stringify(
      usable().map(({ id, lanes, sources: digest }) => [id, lanes, digest]),
    )
    if (now === told) return
    told = now
    for (const listener of changes) listener()
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

  return {
    all: () => workers,
    sourcesOf: (provider) => known.sources.get(provider) ?? [],
    providers: () => [...known.sources.keys()],
    lanesFor: (provider) => known.lanes.get(provider) ?? 0,
    lanesOfQueue: (queue) => known.lanesOfQueues.get(queue) ?? 0,
    endpointOf: (voiceId) => known.endpoints.get(voiceId) ?? null,
    idleFor: (queue) =>
      usable().filter(
        ({ lanes, busy, from }) =>
          busy < lanes &&
          from.some(({ provider, endpointId }) => queueName(provider, endpointId) === queue),
      ),
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

/** What workers that may be asked have, together. */
function knownOf(workers: readonly SeenWorker[]) {
  const sources = new Map<string, AnnouncedSource[]>()
  const lanes = new Map<string, number>()
  const lanesOfQueues = new Map<string, number>()
  const endpoints = new Map<string, string>()
  const add = (counts: Map<string, number>, name: string, more: number) =>
    counts.set(name, (counts.get(name) ?? 0) + more)
  for (const { from } of workers) {
    const ofWorker = new Map<string, number>()
    for (const source of from) {
      const { provider, endpointId } = source
      sources.set(provider, [...(sources.get(provider) ?? []), source])
      // A source's lanes are those of its engine, which several of its models share.
      ofWorker.set(provider, Math.max(ofWorker.get(provider) ?? 0, source.lanes))
      add(lanesOfQueues, queueName(provider, endpointId), source.lanes)
      for (const { id } of source.voices) endpoints.set(id, endpointId)
    }
    for (const [provider, count] of ofWorker) add(lanes, provider, count)
  }
  return { sources, lanes, lanesOfQueues, endpoints }
}

/** Voices that several workers announce, once each. */
export const voicesOf = (sources: readonly AnnouncedSource[]): Voice[] => [
  ...new Map(sources.flatMap(({ voices }) => voices).map((voice) => [voice.id, voice])).values(),
]
