// A data folder with takes in it, for codecs that run in real children.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Segment, Take } from '../../../src/contract/index.ts'
import { planChapter } from '../../../src/core/master/plan-chapter.ts'
import type { Clock } from '../../../src/core/base/scope.ts'
import type { PreparedTake } from '../../../src/core/ports/takes.ts'
import { systemClock } from '../../../src/io/clock.ts'
import type { EngineName } from '../../../src/io/codecs/codec-engine.ts'
import {
  createCodecs,
  type CodecPool,
  type PoolOptions,
} from '../../../src/io/codecs/codec-pool.ts'
import { type DataFolder, openDataFolder } from '../../../src/io/data-folder.ts'
import type { Channel } from '../../../src/io/process/channel.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'
import { openTakesDatabase } from '../../../src/io/sqlite/open-databases.ts'
import { createTakeStore } from '../../../src/io/sqlite/take-store.ts'
import { silentLog } from '../../fixtures/silent-log.ts'
import { syllables, wavFile } from './sounds.ts'
import { builtWorkers } from '../../fixtures/built.ts'

export const never = new AbortController().signal

export type CodecFolder = {
  folder: DataFolder
  codecs: CodecPool
  /** What `codecs` was created of. */
  pool: PoolOptions
  /** Every child that was started. */
  children: Channel[]
  /** Puts a file into the spool; answers with its path. */
  spool(name: string, bytes: Uint8Array): string
  /** Has a take prepared and keeps it. */
  speak(seconds: number, seed: number): Promise<Take>
  /** Damages the stored sound of a take, which its checksum then covers. */
  replaceSound(take: Take, flac: Uint8Array): void
  close(): Promise<void>
}

export function openCodecFolder(
  workers = 2,
  clock: Clock = systemClock,
  engine: EngineName = 'native',
): CodecFolder {
  const root = mkdtempSync(join(tmpdir(), 'lectern-codecs-'))
  const folder = openDataFolder(root)
  const database = openTakesDatabase(folder.takesDatabase)
  const store = createTakeStore(database, () => 1_800_000_000_000)
  const children: Channel[] = []
  const pool: PoolOptions = {
    launch(entry, options) {
      const child = forkProcess(entry, options)
      children.push(child)
      return child
    },
    entry: builtWorkers.codec,
    folder,
    codecs: engine,
    workers,
    clock,
    log: silentLog,
  }
  const codecs = createCodecs(pool)
  const spool = (name: string, bytes: Uint8Array) => {
    const path = join(folder.spool, name)
    writeFileSync(path, bytes)
    return path
  }
  return {
    folder,
    codecs,
    pool,
    children,
    spool,
    async speak(seconds, seed) {
      const rate = 22_050
      const samples = syllables(Math.round(seconds * rate), rate, seed)
      const file = spool(`voice-${seed}.wav`, wavFile(samples, rate))
      const prepared = await codecs.prepare([{ file }], never)
      const take = takeOf(prepared, seed)
      store.keep(take, prepared, null)
      return take
    },
    replaceSound(take, flac) {
      store.drop(take.id)
      const file = spool('replaced.flac', flac)
      const analysis = { analysis: take.analysis, analysisVersion: 1, peaks: new Uint8Array(2) }
      const { sampleRate, samples, audioDigest } = take
      const sound = { file, bytes: flac.length, sampleRate, samples, audioDigest, ...analysis }
      store.keep(take, sound, null)
    },
    async close() {
      await codecs.close()
      database.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

export function takeOf(prepared: PreparedTake, number: number): Take {
  const recipeKey = number.toString(16).padStart(64, '0')
  return {
    id: `${recipeKey}.1`,
    recipeKey,
    rendition: 1,
    voice: 'espeak:test',
    sampleRate: prepared.sampleRate,
    samples: prepared.samples,
    audioDigest: prepared.audioDigest,
    analysis: prepared.analysis,
    flags: [],
  }
}

/** A chapter of one paragraph a take, each a group of its own where it is long enough. */
export function planOf(title: string, takes: readonly Take[], sampleRate = 24_000) {
  const segments = takes.map((take, index) => ({ segment: segmentOf(title, index), take }))
  return planChapter({
    chapterId: title,
    title,
    sampleRate,
    levelOf: () => ({ gainDb: 0, makeUpDb: 0 }),
    segments,
  })
}

const segmentOf = (chapterId: string, index: number): Segment => ({
  id: `${chapterId}-${index}`,
  chapterId,
  block: index,
  kind: 'paragraph',
  text: 'A paragraph of words. '.repeat(20),
  spoken: [],
  map: [],
  pauseAfter: 'paragraph',
})
