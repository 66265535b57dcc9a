// The Codecs port on children that have no native codecs: from answers to finished files, and refusals.
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Encoding } from '../../../src/core/ports/codecs.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { createCodecs } from '../../../src/io/codecs/codec-pool.ts'
import { encodeFlac, flacFile } from '../../../src/io/codecs/flac-file.ts'
import { loadEngine } from '../../../src/io/codecs/load-engine.ts'
import { nativeEngine } from '../../../src/io/codecs/native/native-engine.ts'
import { readPacketHeader } from '../../../src/io/codecs/packet-file.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'
import { silentLog } from '../../fixtures/silent-log.ts'
import { plainPng } from '../../fixtures/small-book.ts'
import { never, openCodecFolder, planOf, type CodecFolder } from './codec-folder.ts'
import { encodeSound, fileOf } from './encoded.ts'
import { openEngine } from './engines.ts'
import { hasTool, hear } from './reference-tools.ts'
import { syllables, wavFile } from './sounds.ts'
import { builtWorkers } from '../../fixtures/built.ts'

const aac: Encoding = { codec: 'aac', bitRate: 64_000 }
const tags = { title: 'Tale', authors: ['A. Author'], narrator: 'Eva', language: 'en' }

let wasm: CodecFolder
let native: CodecFolder
beforeAll(() => {
  wasm = openCodecFolder(2, systemClock, 'wasm')
  native = openCodecFolder(1)
})
afterAll(async () => {
  await wasm.close()
  await native.close()
})

const groupsOf = async (it: CodecFolder, seed: number) => {
  const take = await it.speak(2, seed)
  return { take, groups: planOf(`chapter ${seed}`, [take]).groups }
}

test('both tell which codecs they are', async () => {
  expect(await wasm.codecs.engine()).toMatchObject({ name: 'wasm', reason: 'asked' })
  expect(await native.codecs.engine()).toMatchObject({ name: 'native', reason: 'asked' })
})

test('both make the same takes and plain samples of the same sound', async () => {
  const [ours, theirs] = [await groupsOf(wasm, 1), await groupsOf(native, 1)]
  expect(ours.take).toEqual(theirs.take)
  expect(ours.groups).toEqual(theirs.groups)
  const samplesOf = async (it: CodecFolder) => {
    const { key, start } = await it.codecs.encode(ours.groups, { codec: 'pcm' }, never)
    return readFileSync(it.codecs.encodePath(key)).subarray(start)
  }
  expect((await samplesOf(wasm)).equals(await samplesOf(native))).toBe(true)
})

test('the packets of one are never found by the other', async () => {
  const [ours, theirs] = [await groupsOf(wasm, 2), await groupsOf(native, 2)]
  const packets = await wasm.codecs.encode(ours.groups, aac, never)
  const others = await native.codecs.encode(theirs.groups, aac, never)
  expect(packets.key).not.toBe(others.key)
  const told = await readPacketHeader(wasm.codecs.encodePath(packets.key))
  expect(told?.header).toMatchObject({ codec: 'aac', primingSamples: 1024, config: 'EwhW5QA=' })
})

test('a file of pieces of both is refused, so that they are made again', async () => {
  const { groups } = await groupsOf(wasm, 6)
  const piece = await wasm.codecs.encode(groups, aac, never)
  const other = await native.codecs.encode((await groupsOf(native, 7)).groups, aac, never)
  const place = wasm.codecs.encodePath(other.key)
  mkdirSync(dirname(place), { recursive: true })
  copyFileSync(native.codecs.encodePath(other.key), place)
  const chapters = [{ title: 'One', pieces: [piece, other] }]
  const target = join(wasm.folder.transfers, 'mixed.m4b')
  const order = { target, format: 'm4b' as const, encoding: aac, chapters, tags, cover: null }
  await expect(wasm.codecs.writeFile(order, () => {}, never)).rejects.toMatchObject({
    failure: { code: 'codec-failed', detail: expect.stringContaining(' and ') },
  })
})

test('what is there is found without a child', async () => {
  const { groups } = await groupsOf(wasm, 8)
  const made = await wasm.codecs.encode(groups, aac, never)
  const children: unknown[] = []
  const again = createCodecs({
    launch(entry, options) {
      children.push(entry)
      return forkProcess(entry, options)
    },
    entry: builtWorkers.codec,
    ...{ folder: wasm.folder, codecs: 'wasm', workers: 1, clock: systemClock, log: silentLog },
  })
  expect(await again.encode(groups, aac, never)).toEqual(made)
  expect(children).toEqual([])
  await again.close()
})

test('a book is made from its takes', async () => {
  const chapters = []
  let samples = 0
  for (const seed of [3, 4]) {
    const { groups } = await groupsOf(wasm, seed)
    const piece = await wasm.codecs.encode(groups, aac, never)
    samples += piece.samples
    chapters.push({ title: `Chapter ${seed}`, pieces: [piece] })
  }
  const target = join(wasm.folder.transfers, 'book.m4b')
  const order = { target, format: 'm4b' as const, encoding: aac, chapters, tags, cover: null }
  const { bytes } = await wasm.codecs.writeFile(order, () => {}, never)
  expect(statSync(target).size).toBe(bytes)
  if (!hasTool('ffmpeg')) return
  expect(hear(target, 24_000)).toMatchObject({ complaints: '', samples: { length: samples } })
})

describe('what is damaged or unknown fails as ever:', () => {
  test('an answer without sound', async () => {
    for (const bytes of [Buffer.from('{"error":"quota exceeded"}'), Buffer.alloc(0)]) {
      const file = wasm.spool('nothing.mp3', bytes)
      await expect(wasm.codecs.prepare([{ file }], never)).rejects.toMatchObject({
        failure: { code: 'voice-failed' },
      })
      expect(existsSync(file)).toBe(false)
    }
  })

  test('an answer in AAC', async () => {
    const piece = await encodeSound(syllables(20 * 1024, 24_000, 1), 24_000, aac, nativeEngine)
    const chapters = [{ title: 'One', pieces: 1 }]
    const { whole } = fileOf('m4a', { pieces: [piece], chapters, tags, cover: null })
    const file = wasm.spool('answer.m4a', whole)
    await expect(wasm.codecs.prepare([{ file }], never)).rejects.toMatchObject({
      failure: { code: 'voice-failed', detail: expect.stringContaining('the wasm codecs') },
    })
  })

  test('a take that is not what was kept', async () => {
    const { take, groups } = await groupsOf(wasm, 5)
    const { samples, sampleRate } = take
    const other = { samples: syllables(samples, sampleRate, 99), sampleRate }
    const flac = flacFile(await encodeFlac(await openEngine('wasm'), other))
    for (const bytes of [flac, flac.subarray(0, 5000)]) {
      wasm.replaceSound(take, bytes)
      await expect(wasm.codecs.encode(groups, aac, never)).rejects.toMatchObject({
        failure: { code: 'take-damaged', params: { takeId: take.id } },
      })
    }
  })
})

test('files are measured and covers made small there', async () => {
  const path = wasm.spool('sound.wav', wavFile(syllables(48_000, 24_000, 1), 24_000))
  const measure = await wasm.codecs.measureFile(path, never)
  expect(measure).toEqual(await native.codecs.measureFile(path, never))
  const cover = { mediaType: 'image/png', bytes: plainPng(200, 400, [200, 40, 40]) }
  const limits = { width: 20, height: 30, maxPixels: 1_000_000 }
  const small = await wasm.codecs.shrinkPicture(cover, limits, never)
  expect(small?.mediaType).toBe('image/jpeg')
})

describe('which codecs are used', () => {
  const missing = { native: () => Promise.reject(new Error('no library\nfor this system')) }
  const loaders = { native: async () => nativeEngine, wasm: () => openEngine('wasm') }

  test('is the native ones, where nobody asks for others', async () => {
    const { engine, choice } = await loadEngine(null, loaders)
    expect(engine).toBe(nativeEngine)
    expect(choice).toMatchObject({ name: 'native', reason: 'usual', version: engine.version })
  })

  test('is WASM where the native ones cannot be loaded, with the reason', async () => {
    const { choice } = await loadEngine(null, { ...loaders, ...missing })
    expect(choice).toMatchObject({ name: 'wasm', reason: 'fallback', detail: 'no library' })
  })

  test('is what was asked for or none', async () => {
    expect((await loadEngine('wasm', loaders)).choice).toMatchObject({ reason: 'asked' })
    await expect(loadEngine('native', { ...loaders, ...missing })).rejects.toMatchObject({
      failure: { code: 'codec-failed', detail: 'no library' },
    })
  })
})
