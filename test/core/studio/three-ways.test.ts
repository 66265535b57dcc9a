// One chapter of an edited book by all three ways: the pieces of the preview, the chapter's WAV, a finished file.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TakeStore } from '../../../src/core/ports/takes.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { createCodecs, type CodecPool } from '../../../src/io/codecs/codec-pool.ts'
import { decodeWav } from '../../../src/io/codecs/decode-wav.ts'
import { nativeEngine } from '../../../src/io/codecs/native/native-engine.ts'
import { openDataFolder, type DataFolder } from '../../../src/io/data-folder.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'
import { openTakesDatabase } from '../../../src/io/sqlite/open-databases.ts'
import { createTakeStore } from '../../../src/io/sqlite/take-store.ts'
import { createFakeVoice } from '../../fixtures/fake-voice.ts'
import { withOpenBook, type OpenBook } from '../../fixtures/open-book.ts'
import { promisedTakes } from '../../fixtures/promised.ts'
import { silentLog } from '../../fixtures/silent-log.ts'
import { readerOf, sourcesOf, studioPorts, type TestStudio } from '../../fixtures/studio-ports.ts'
import { builtWorkers } from '../../fixtures/built.ts'

const paragraphs = [
  'The lamp was lit before anybody had come up the stairs to see it. ',
  'Ann came in. She sat by the window and said nothing at all. ',
  'Bob did not come, for it rained. ',
  'Nobody saw the lamp go out. ',
]

let root: string
let folder: DataFolder
let codecs: CodecPool
let database: ReturnType<typeof openTakesDatabase>
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-three-ways-'))
  folder = openDataFolder(join(root, 'data'))
  database = openTakesDatabase(folder.takesDatabase)
  codecs = createCodecs({
    launch: forkProcess,
    entry: builtWorkers.codec,
    ...{ folder, codecs: 'native', workers: 2, clock: systemClock, log: silentLog },
  })
})
afterAll(async () => {
  await codecs.close()
  database.close()
  rmSync(root, { recursive: true, force: true })
})

function studio(): TestStudio {
  const takes: TakeStore = promisedTakes(createTakeStore(database, () => Date.now()))
  const voice = (provider: 'espeak' | 'flite') =>
    createFakeVoice({
      ...{ clock: systemClock, spool: folder.spool, latencyMs: () => 0, provider },
      endpointId: `${provider}@1`,
    })
  const test = studioPorts(systemClock, {
    ...{ reader: readerOf([paragraphs]), codecs, takes },
    sources: sourcesOf(voice('espeak'), voice('flite')),
  })
  const options = {
    ...test.options,
    previewPath: (name: string) => join(folder.previews, name),
    encodePath: (key: string) => codecs.encodePath(key),
  }
  return { ...test, options }
}

/** Cut, levelled, paused and said by two voices, as people leave their books. */
async function edit({ call, projectId, rows, narrate, end }: OpenBook) {
  const idOf = async (position: number) => (await rows())[position]?.id ?? ''
  const set = (position: number, value: object) =>
    call('segment.set', {
      projectId,
      target: { kind: 'rows', from: position, count: 1 },
      set: value,
    })
  await call('project.cast', { projectId, voice: 'espeak:gmw/en-US' })
  await call('cast.change', {
    projectId,
    put: [{ id: 'ann', name: 'Ann', voice: 'flite:gmw/fr', colour: 1 }],
    remove: [],
  })
  await call('segment.split', { projectId, segmentId: await idOf(1), at: 13 })
  await set(2, { speaker: 'ann', rate: 1.25 })
  await set(0, { pauseMs: 1234 })
  await set(1, { gainDb: -7.5 })
  await set(3, { gainDb: 3, pauseMs: 0 })
  expect(await narrate()).toMatchObject({ state: 'done', failed: 0 })
  const { status, id } = (await rows())[0] ?? {}
  const takeId = status && 'takeId' in status ? status.takeId : ''
  await set(0, { cut: { takeId, startSeconds: 0.3, endSeconds: 1.7 } })
  await call('segment.move', { projectId, segmentId: await idOf(4), count: 1, places: -1 })
  await end((await call('segment.regenerate', { projectId, segmentIds: [id ?? ''] })).jobId)
  await call('take.choose', { projectId, segmentId: id ?? '', takeId })
}

const bytesOf = async (book: OpenBook, address: string): Promise<Buffer> => {
  const media = await book.studio.media(address)
  if (!media) throw new Error(`nothing behind ${address}`)
  return Buffer.concat(
    media.parts.map((part) =>
      'bytes' in part
        ? part.bytes
        : readFileSync(part.file).subarray(part.offset, part.offset + part.length),
    ),
  )
}
const joined = (parts: readonly Int16Array[]): Int16Array => {
  const all = new Int16Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

describe('a chapter with rows cut and moved, levels, own pauses, a cut take and two voices', () => {
  it('sounds the same to the sample as preview, waveform and finished file', async () => {
    await withOpenBook(studio(), async (book) => {
      await edit(book)
      const { call, projectId, end, rows, studio: open } = book
      const chapterId = (await rows())[0]?.chapterId ?? ''
      const timeline = await call('chapter.timeline', { projectId, chapterId })
      expect(timeline.complete).toBe(true)
      expect(timeline.spans).toHaveLength(5)

      const whole = decodeWav(await bytesOf(book, timeline.address ?? ''))
      if (!whole) throw new Error('the chapter is no WAV')
      const { samples, sampleRate } = whole
      expect(samples.length).toBe(Math.round(timeline.durationSeconds * sampleRate))

      const pieces: Int16Array[] = []
      for (const [index, { segmentId, startSeconds, address }] of timeline.spans.entries()) {
        expect(Math.round(startSeconds * sampleRate)).toBe(joined(pieces).length)
        const made = await call('segment.prepare', { projectId, segmentId })
        expect(made.address).toBe(address)
        const path = join(root, `piece-${index}.mp4`)
        writeFileSync(path, await bytesOf(book, address ?? ''))
        pieces.push(nativeEngine.decodeFile(path)?.samples ?? new Int16Array(0))
      }
      expect(joined(pieces)).toEqual(samples)

      for (const format of ['flac', 'wav'] as const) {
        const target = join(root, `book.${format}`)
        const ticket = open.tickets.issue('target', target)
        const { jobId } = await call('export.start', { projectId, ticket, format })
        const job = await end(jobId)
        expect(job).toMatchObject({ state: 'done' })
        const decoded =
          format === 'wav' ? decodeWav(readFileSync(target)) : nativeEngine.decodeFile(target)
        expect(decoded?.sampleRate).toBe(sampleRate)
        expect(decoded?.samples).toEqual(samples)
      }

      // The waveform is made of the peaks of takes, a hundredth of a second each: it is off by no more.
      const { peaks, peaksPerSecond } = timeline
      const step = sampleRate / peaksPerSecond
      const loudest = peaks.map((_, at) =>
        samples
          .subarray(at * step, (at + 1) * step)
          .reduce((most, sample) => Math.max(most, Math.abs(sample) / 32_768), 0),
      )
      expect(Math.max(...loudest)).toBeGreaterThan(0.1)
      for (const [at, peak] of peaks.entries()) {
        const near = loudest.slice(Math.max(0, at - 1), at + 2)
        expect(peak).toBeLessThan(Math.max(...near) + 0.02)
        expect(peak).toBeGreaterThan(Math.min(...near) - 0.02)
      }
    })
  })
})
