// From takes to finished files, through real children, judged by ffmpeg where the machine has it.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChapterPlan } from '../../../src/contract/index.ts'
import { partPath } from '../../../src/io/codecs/part-files.ts'
import type { EncodedPiece, Encoding, ExportRequest } from '../../../src/core/ports/codecs.ts'
import { never, openCodecFolder, planOf, type CodecFolder } from './codec-folder.ts'
import { encodeSound, fileOf } from './encoded.ts'
import { onePixel } from './one-pixel.ts'
import { hasTool, hear, lag, probe } from './reference-tools.ts'
import { builtWorkers } from '../../fixtures/built.ts'

const aac: Encoding = { codec: 'aac', bitRate: 64_000 }
const pcm: Encoding = { codec: 'pcm' }
const tags = {
  title: 'Ein Märchen 🧚',
  authors: ['A. Author', 'B. Other'],
  language: 'de',
  narrator: 'Eva',
}
const cover = { mediaType: 'image/png', bytes: onePixel }

let it: CodecFolder
let plans: ChapterPlan[]
beforeAll(async () => {
  it = openCodecFolder()
  plans = []
  for (const [index, title] of ['Erstes 🎧', 'Zweites', '三'].entries()) {
    const seeds = Array.from({ length: 8 }, (_, i) => index * 10 + i + 1)
    const takes = []
    for (const seed of seeds) takes.push(await it.speak(1.5 + (seed % 4) * 0.61, seed))
    plans.push(planOf(title, takes))
  }
})
afterAll(() => it.close())

const at = (name: string) => join(it.folder.transfers, name)
const partsLeft = () => readdirSync(it.folder.transfers).filter((name) => name.endsWith('.part'))

async function encoded(encoding: Encoding): Promise<ExportRequest['chapters']> {
  const chapters = []
  for (const { title, groups } of plans) {
    const pieces: EncodedPiece[] = []
    for (const group of groups) pieces.push(await it.codecs.encode([group], encoding, never))
    chapters.push({ title, pieces })
  }
  return chapters
}

async function book(format: 'm4b' | 'wav', target: string): Promise<ExportRequest> {
  const encoding = format === 'm4b' ? aac : pcm
  return { target, format, encoding, chapters: await encoded(encoding), tags, cover }
}

const pcmOf = (path: string): Int16Array => {
  const bytes = readFileSync(path).subarray(44)
  const samples = new Int16Array(bytes.length / 2)
  Buffer.from(samples.buffer).set(bytes)
  return samples
}

describe('a finished WAV', () => {
  test('is its groups, sample for sample, behind a header', async () => {
    const request = await book('wav', at('book.wav'))
    const { bytes, durationSeconds } = await it.codecs.writeFile(request, () => {}, never)
    const groups = request.chapters.flatMap(({ pieces }) => pieces)
    expect(statSync(at('book.wav')).size).toBe(bytes)
    const whole = Buffer.concat(
      groups.map(({ key, start }) => readFileSync(it.codecs.encodePath(key)).subarray(start)),
    )
    expect(readFileSync(at('book.wav')).subarray(44).equals(whole)).toBe(true)
    expect(durationSeconds).toBe(whole.length / 2 / 24_000)
    expect(groups.length).toBeGreaterThan(3)
  })
})

describe('a finished M4B', () => {
  test('grows with progress and leaves nothing but itself', async () => {
    const told: number[] = []
    const request = await book('m4b', at('book.m4b'))
    const { bytes } = await it.codecs.writeFile(request, (fraction) => told.push(fraction), never)
    expect(statSync(at('book.m4b')).size).toBe(bytes)
    expect(told.length).toBeGreaterThan(0)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
    expect(partsLeft()).toEqual([])
  })

  test('is the same when it is written again, over what a crash has left', async () => {
    const { pid } = spawnSync(process.execPath, ['--version'])
    const alive = partPath(at('again.m4b'), 'alive')
    const dead = alive.replace(`-${process.pid}-`, `-${pid}-`)
    const another = partPath(at('again and again.m4b'), 'another').replace(
      `-${process.pid}-`,
      `-${pid}-`,
    )
    for (const part of [alive, dead, another]) writeFileSync(part, Buffer.alloc(1_000_000, 1))
    writeFileSync(at('again.m4b'), 'an earlier file')
    await it.codecs.writeFile(await book('m4b', at('again.m4b')), () => {}, never)
    expect(readFileSync(at('again.m4b')).equals(readFileSync(at('book.m4b')))).toBe(true)
    // Only this file's part goes, and only where nobody can be writing it any more.
    expect(partsLeft().toSorted()).toEqual(
      [another, alive].map((path) => basename(path)).toSorted(),
    )
    for (const part of [alive, another]) rmSync(part)
  })

  test('is not left half named where whoever ordered it has ended', async () => {
    const child = fork(
      fileURLToPath(builtWorkers.codec),
      [JSON.stringify({ folder: it.folder, codecs: 'native' })],
      { serialization: 'advanced' },
    )
    const request = await book('m4b', at('orphan.m4b'))
    const written = new Promise<void>((resolve) =>
      child.on('message', (answer: { kind: string }) => answer.kind === 'value' && resolve()),
    )
    const args = { request, writing: 'orphan' }
    child.send({ kind: 'call', id: 1, operation: 'write', args })
    await written
    expect(partsLeft().length).toBe(1)
    const ended = once(child, 'exit')
    child.disconnect()
    await ended
    expect(partsLeft()).toEqual([])
  })

  test('has a part of its own in every writing, with a name no file system refuses', () => {
    const long = at(`${'ä'.repeat(120)}.m4b`)
    expect(partPath(long, 'one')).not.toBe(partPath(long, 'two'))
    writeFileSync(partPath(long, 'one'), '')
    expect(partsLeft()).toEqual([basename(partPath(long, 'one'))])
    rmSync(partPath(long, 'one'))
  })

  test.skipIf(!hasTool('ffprobe'))('has chapters, tags and cover (needs ffprobe)', () => {
    const { chapters, format, streams } = probe(at('book.m4b'))
    expect(chapters.map((chapter) => chapter.tags.title)).toEqual(plans.map(({ title }) => title))
    let start = 0
    for (const [index, { groups }] of plans.entries()) {
      expect(chapters[index]?.time_base).toBe('1/24000')
      expect(chapters[index]?.start).toBe(start)
      start += groups.reduce((sum, { samples }) => sum + samples, 0)
      expect(chapters[index]?.end).toBe(start)
    }
    expect(format.tags).toMatchObject({
      title: tags.title,
      artist: 'A. Author, B. Other',
      composer: 'Eva',
      genre: 'Audiobook',
      media_type: '2',
      gapless_playback: '1',
    })
    expect(streams.find(({ codec_type }) => codec_type === 'audio')?.duration_ts).toBe(start)
    expect(streams.map(({ codec_name }) => codec_name)).toContain('png')
  })

  test.skipIf(!hasTool('ffmpeg'))(
    'plays without a word of complaint and without drift, start and end of every chapter (needs ffmpeg)',
    () => {
      const source = pcmOf(at('book.wav'))
      const { samples, complaints } = hear(at('book.m4b'), 24_000)
      expect(complaints).toBe('')
      expect(samples.length).toBe(source.length)
      let start = 0
      for (const { groups } of plans) {
        const length = groups.reduce((sum, group) => sum + group.samples, 0)
        // The first word after half a second, the last before the pause of two.
        expect(lag(source, samples, start + 12_000, 12_000, 1200)).toBe(0)
        expect(lag(source, samples, start + length - 72_000, 20_000, 1200)).toBe(0)
        start += length
      }
    },
  )

  test.skipIf(!hasTool('ffmpeg'))(
    'joins groups as truly as if the book had been encoded in one (needs ffmpeg)',
    async () => {
      const source = pcmOf(at('book.wav'))
      const { whole } = fileOf('m4b', {
        pieces: [await encodeSound(source, 24_000, aac)],
        chapters: [{ title: 'All', pieces: 1 }],
        ...{ tags, cover },
      })
      writeFileSync(at('whole.m4b'), whole)
      const inOne = hear(at('whole.m4b'), 24_000).samples
      const joined = hear(at('book.m4b'), 24_000).samples
      const joins: number[] = []
      let start = 0
      for (const { samples } of plans.flatMap(({ groups }) => groups))
        joins.push((start += samples))
      joins.pop()
      // The frames before and behind all joins together.
      const error = (heard: Int16Array) => {
        let sum = 0
        for (const join of joins)
          for (let i = join - 2048; i < join + 2048; i++)
            sum += ((source[i] ?? 0) - (heard[i] ?? 0)) ** 2
        return Math.sqrt(sum / joins.length / 4096)
      }
      expect(joins.length).toBeGreaterThan(2)
      expect(error(joined)).toBeLessThan(1.5 * error(inOne) + 20)
    },
  )

  test('with damaged or missing packets fails so that encoding again helps', async () => {
    const request = await book('m4b', at('damaged.m4b'))
    const damaged = request.chapters[1]?.pieces[0]
    const path = it.codecs.encodePath(damaged?.key ?? '')
    const bytes = readFileSync(path)
    bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1)
    const failed = { failure: { code: 'codec-failed', retry: 'now' } }
    for (const spoil of [
      () => writeFileSync(path, bytes),
      () => truncateSync(path, 500),
      () => rmSync(path),
    ]) {
      spoil()
      await expect(it.codecs.writeFile(request, () => {}, never)).rejects.toMatchObject(failed)
      expect(existsSync(at('damaged.m4b'))).toBe(false)
      expect(partsLeft()).toEqual([])
      await encoded(aac)
    }
    await it.codecs.writeFile(request, () => {}, never)
    expect(readFileSync(at('damaged.m4b')).equals(readFileSync(at('book.m4b')))).toBe(true)
  })

  test('says what is wrong with its place, and leaves nothing', async () => {
    const request = await book('m4b', at('nowhere/book.m4b'))
    const write = (target: string) => it.codecs.writeFile({ ...request, target }, () => {}, never)
    await expect(write(request.target)).rejects.toMatchObject({
      failure: { code: 'target-missing' },
    })
    writeFileSync(at('file'), 'no folder')
    await expect(write(at('file/book.m4b'))).rejects.toMatchObject({
      failure: { code: 'target-missing' },
    })
    mkdirSync(at('folder.m4b'))
    await expect(write(at('folder.m4b'))).rejects.toMatchObject({
      failure: { code: 'folder-not-writable' },
    })
    expect(partsLeft()).toEqual([])
  })

  test('is whole also where two write it at once', async () => {
    const request = await book('m4b', at('twice.m4b'))
    const write = () => it.codecs.writeFile(request, () => {}, never)
    await Promise.all([write(), write()])
    expect(readFileSync(at('twice.m4b')).equals(readFileSync(at('book.m4b')))).toBe(true)
    expect(partsLeft()).toEqual([])
  })

  test('that is cancelled leaves neither a file nor a part of one', async () => {
    const request = await book('m4b', at('cancelled.m4b'))
    const stop = new AbortController()
    const writing = it.codecs.writeFile(request, () => stop.abort(), stop.signal)
    const cancelled = await writing.then(
      () => false,
      (error: Error) => error.name === 'AbortError',
    )
    expect(cancelled).toBe(true)
    expect(existsSync(at('cancelled.m4b'))).toBe(false)
    expect(partsLeft()).toEqual([])
    const stopped = new AbortController()
    stopped.abort()
    await expect(it.codecs.writeFile(request, () => {}, stopped.signal)).rejects.toThrow(
      'cancelled',
    )
  })
})
