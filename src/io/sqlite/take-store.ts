// The take store as it runs in the store's thread: every call is at most one transaction.
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { heardFlagCodes, type Analysis, type Take, type TakeFlag } from '../../contract/index.ts'
import { fail } from '../../core/base/failure-error.ts'
import type { TakeStore } from '../../core/ports/takes.ts'
import type { Database } from './database.ts'
import { createSpoolReader } from './spool-reader.ts'
import { takeStatements, type TakeRow } from './statements/take-statements.ts'
import type { Synchronous } from './synchronous.ts'
import { createTakeEviction, type EvictionStep } from './take-eviction.ts'
import { createTakeLedger } from './take-ledger.ts'

export type SynchronousTakeStore = Synchronous<Omit<TakeStore, 'sweep' | 'clear'>> & {
  /** One batch of `sweep` or `clear`; call until done, and let others in between. */
  sweepStep(limits: { ttlSeconds: number; maxBytes: number }): EvictionStep & { full: boolean }
  clearStep(): EvictionStep
  /** Writes what is pending of uses and counts; before closing. */
  flush(): void
}

/** Serves an open takes.db. `now` is milliseconds since the epoch. */
export function createTakeStore(database: Database, now: () => number): SynchronousTakeStore {
  const prepared = database.prepare(takeStatements)
  const ledger = createTakeLedger(database, prepared)
  const readSpool = createSpoolReader()
  const eviction = createTakeEviction(prepared, ledger)

  const spooled = (takeId: string, file: string): Uint8Array => {
    try {
      return readSpool(file)
    } catch (error) {
      throw fail('take-damaged', { takeId }, String(error))
    }
  }
  const refer = (projectId: string, use: { segmentId: string; takeId: string }) => {
    prepared.refer.run({ projectId, ...use })
    prepared.hold.run({ takeId: use.takeId })
  }

  return {
    find(ids) {
      const found = new Map<string, Take>()
      for (const id of ids) {
        const row = prepared.find.get({ id })
        if (!row) continue
        found.set(id, takeOf(row))
        // The last use matters only where nothing refers to the take.
        if (row.held === 0) ledger.touch(row.number, now())
      }
      return found
    },
    highestRendition: (recipe) => prepared.highestRendition.get({ recipe })?.rendition ?? 0,
    whole(id) {
      const row = prepared.whole.get({ id })
      if (!row || crc32(row.flac) !== row.crc) return null
      const { crc: _, ...whole } = row
      return { ...whole, digest: createHash('sha256').update(row.flac).digest('hex') }
    },
    ofSegment: (projectId, segmentId) =>
      prepared.ofSegment.all({ projectId, segmentId }).map(takeOf),
    peaks(ids) {
      const found = new Map<string, Uint8Array>()
      for (const id of ids) {
        const row = prepared.peaks.get({ id })
        if (row) found.set(id, row.peaks)
      }
      return found
    },
    keep(take, sound, usedBy) {
      const stored = prepared.exists.get({ id: take.id }) !== undefined
      // Read before the transaction: a spool file that is gone must not cost a write.
      const flac = stored ? null : spooled(take.id, sound.file)
      if (flac && flac.byteLength !== sound.bytes)
        throw fail(
          'take-damaged',
          { takeId: take.id },
          `${flac.byteLength} of ${sound.bytes} bytes`,
        )
      ledger.write(() => {
        const use = usedBy && { segmentId: usedBy.segmentId, takeId: take.id }
        if (usedBy && use) refer(usedBy.projectId, use)
        if (!flac) return
        const isRecording = take.recipeKey === undefined
        const held = isRecording || prepared.isReferred.get({ takeId: take.id }) !== undefined
        prepared.add.run({
          id: take.id,
          recipe: take.recipeKey ?? null,
          rendition: take.rendition,
          voice: take.voice,
          sampleRate: take.sampleRate,
          samples: take.samples,
          audioDigest: take.audioDigest,
          bytes: flac.byteLength,
          crc: crc32(flac),
          held: held ? 1 : 0,
          flags: JSON.stringify(take.flags),
          now: now(),
        })
        prepared.addSound.run({ id: take.id, flac })
        prepared.addAnalysis.run({
          id: take.id,
          version: sound.analysisVersion,
          analysis: JSON.stringify(take.analysis),
        })
        prepared.addWaveform.run({ id: take.id, peaks: sound.peaks })
      })
      removeSpoolFile(sound.file)
    },
    // Pending counts wait for a real write: referring again to what is referred to writes nothing.
    refer: (projectId, uses) =>
      database.transaction(() => {
        for (const use of uses) refer(projectId, use)
      }),
    release: (projectId) =>
      ledger.write(() => {
        prepared.unhold.run({ projectId, now: now() })
        prepared.release.run({ projectId })
        prepared.forgetWeight.run({ projectId })
      }),
    referLike: (projectId, likeProjectId) =>
      database.transaction(() => void prepared.referLike.run({ projectId, likeProjectId })),
    weights: () =>
      new Map(prepared.weights.all({}).map(({ projectId, bytes }) => [projectId, bytes])),
    bytesOf: (ids) => ids.reduce((sum, id) => sum + (prepared.bytes.get({ id })?.bytes ?? 0), 0),
    weight: (projectId) => prepared.weight.get({ projectId })?.bytes ?? 0,
    count({ hits, misses }) {
      ledger.count('hits', hits)
      ledger.count('misses', misses)
    },
    flag: (id, heard) =>
      ledger.write(() => {
        const row = prepared.flags.get({ id })
        if (!row) return
        const others = (JSON.parse(row.flags) as TakeFlag[]).filter(isBySound)
        prepared.flag.run({ id, flags: JSON.stringify([...others, ...heard]) })
      }),
    unflag: (id) => ledger.write(() => void prepared.unflag.run({ id })),
    drop: (id) => ledger.write(() => void prepared.drop.run({ id })),
    sweepStep({ ttlSeconds, maxBytes }) {
      const expired = eviction.expire(now() - ttlSeconds * 1000)
      if (!expired.done) return { ...expired, full: false }
      const shrunk = eviction.shrink(maxBytes)
      const freedBytes = expired.freedBytes + shrunk.freedBytes
      return { freedBytes, done: shrunk.done, full: ledger.tally().bytes > maxBytes }
    },
    clearStep: () => eviction.clear(),
    stats: () => ({ kind: 'takes', ...ledger.tally() }),
    flush: () => ledger.write(() => {}),
  }
}

const isBySound = ({ code }: TakeFlag): boolean => !heardFlagCodes.includes(code)

function takeOf(row: TakeRow): Take {
  return {
    id: row.id,
    ...(row.recipe === null ? {} : { recipeKey: row.recipe }),
    rendition: row.rendition,
    voice: row.voice,
    sampleRate: row.sampleRate,
    samples: row.samples,
    audioDigest: row.audioDigest,
    analysis: JSON.parse(row.analysis) as Analysis,
    flags: JSON.parse(row.flags) as TakeFlag[],
  }
}

/** The sound is stored by now; a spool file that will not go is emptied away at the next start. */
function removeSpoolFile(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    return
  }
}
