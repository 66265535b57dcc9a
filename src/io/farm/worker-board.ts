// The workers that are there, as they announce themselves; those that fall silent are gone within seconds.
import { createEmitter } from '../../core/base/emitter.ts'
import { failure, failureOf } from '../../core/base/failure-error.ts'
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
  /** Lanes of a provider's sources that are used, of all workers together. */
  lanesOf(provider: string, isUsed: (source: AnnouncedSource) => boolean): number
  /** Whether somebody speaks with this voice, as made by this endpoint, who is none of these. */
  mayTake(voiceId: string, endpointId: string, not?: readonly string[]): boolean
  /** Another number whenever anything of it may be another. */
  readonly version: number
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
  const events = createEmitter<{ changed: null; looked: null }>((error) =>
    log.error('a listener threw', { failure: failureOf(error) }),
  )
  const scope = createScope()
  let known = knownOf([])
  let version = 0
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
    // One that was evicted is announced again.
    if (from.length > 0) sources.set(id, { digest, from })
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
    const now = JSON.stringify(
      usable().map(({ id, lanes, sources: digest, from }) => [id, lanes, digest, from.length]),
    )
    if (now === told) return
    told = now
    // Asked for at every request: worked out when it has changed.
    known = knownOf(usable())
    version += 1
    events.emit('changed', null)
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
      if (line.state !== 'connected') workers = []
    } finally {
      isLooking = false
    }
    if (scope.disposed) return
    tell()
    events.emit('looked', null)
  }
  scope.own(line.onStir(() => void turn()))
  scope.own(line.onState(() => void turn()))
  scope.every(clock, lookMs, turn)

  return {
    all: () => workers,
    sourcesOf: (provider) => known.sources.get(provider) ?? [],
    providers: () => [...known.sources.keys()],
    lanesOf: (provider, isUsed) => lanesOf(usable(), provider, isUsed),
    mayTake: (voiceId, endpointId, not = []) =>
      (known.speakers.get(speakerName(voiceId, endpointId)) ?? []).some((id) => !not.includes(id)),
    get version() {
      return version
    },
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
    onChange: (listener) => events.on('changed', listener),
    onLook: (listener) => events.on('looked', listener),
    close: () => void scope.dispose(),
  }
}

/** What workers that may be asked have, together. */
function knownOf(workers: readonly SeenWorker[]) {
  const sources = new Map<string, AnnouncedSource[]>()
  const endpoints = new Map<string, string>()
  const speakers = new Map<string, string[]>()
  for (const { id: worker, from } of workers)
    for (const source of from) {
      const { provider, endpointId, voices } = source
      sources.set(provider, [...(sources.get(provider) ?? []), source])
      for (const { id } of voices) {
        // Of two that make it, the same one whoever comes and goes, so that a book keeps its takes.
        const before = endpoints.get(id)
        if (before === undefined || endpointId < before) endpoints.set(id, endpointId)
        const name = speakerName(id, endpointId)
        speakers.set(name, [...(speakers.get(name) ?? []), worker])
      }
    }
  return { sources, endpoints, speakers }
}

const speakerName = (voiceId: string, endpointId: string) => `${voiceId}\n${endpointId}`

function lanesOf(
  workers: readonly SeenWorker[],
  provider: string,
  isUsed: (source: AnnouncedSource) => boolean,
): number {
  let lanes = 0
  for (const { from } of workers) {
    const used = from.filter((source) => source.provider === provider && isUsed(source))
    // A source's lanes are those of its engine, which several of its models share.
    lanes += Math.max(0, ...used.map((source) => source.lanes))
  }
  return lanes
}

/** Voices that several workers announce, once each. */
export const voicesOf = (sources: readonly AnnouncedSource[]): Voice[] => [
  ...new Map(sources.flatMap(({ voices }) => voices).map((voice) => [voice.id, voice])).values(),
]
