// The Codecs port on real children: preparing, finding again, damage, death.
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Signs } from '../../../src/contract/index.ts'
import type { Encoding } from '../../../src/core/ports/codecs.ts'
import { analyse } from '../../../src/core/audio/analyse.ts'
import { createCodecs } from '../../../src/io/codecs/codec-pool.ts'
import { audioDigest, type TakeToPrepare } from '../../../src/io/codecs/prepare-take.ts'
import { encodeFlac, flacFile } from '../../../src/io/codecs/flac-file.ts'
import { nativeEngine } from '../../../src/io/codecs/native/native-engine.ts'
import { never, openCodecFolder, planOf, type CodecFolder } from './codec-folder.ts'
import { syllables, wavFile } from './sounds.ts'
import { childrenOf, type Child } from './told-children.ts'

const aac: Encoding = { codec: 'aac', bitRate: 64_000 }

let it: CodecFolder
beforeEach(() => (it = openCodecFolder()))
afterEach(() => it.close())

const groupOf = async (seed = 1) => {
  const take = await it.speak(2, seed)
  const group = planOf(`chapter ${seed}`, [take]).groups[0]
  if (!group) throw new Error('a plan has a group')
  return { take, group }
}

describe('checking a take that was made elsewhere', () => {
  const madeElsewhere = async () => {
    const sound = it.spool('a.wav', wavFile(syllables(30_000, 22_050, 1), 22_050))
    return it.codecs.prepare([{ file: sound }], never)
  }

  test('keeps its file, and measures what a book is mastered by again', async () => {
    const made = await madeElsewhere()
    const said = { ...made, analysis: { ...made.analysis, loudnessLufs: -60, truePeakDb: -50 } }
    expect(await it.codecs.check(made.file, said, never)).toEqual(made)
    expect(existsSync(made.file)).toBe(true)
  })

  test('believes the signs alone, and those of its own version', async () => {
    const made = await madeElsewhere()
    const signs = { ...made.analysis.signs, flatness: 0.987 } as Signs
    const said = { ...made, analysis: { ...made.analysis, signs } }
    const believed = await it.codecs.check(made.file, said, never)
    expect(believed?.analysis.signs).toEqual(signs)
    const older = { ...said, analysisVersion: made.analysisVersion - 1 }
    expect(await it.codecs.check(made.file, older, never)).toEqual(made)
  })

  test('answers with nothing for another sound, for no FLAC of ours and for one cut short', async () => {
    const made = await madeElsewhere()
    const other = { ...made, audioDigest: 'another' }
    expect(await it.codecs.check(made.file, other, never)).toBeNull()
    const wav = it.spool('b.wav', wavFile(syllables(9000, 22_050, 1), 22_050))
    expect(await it.codecs.check(wav, made, never)).toBeNull()
    // A picture in it would be kept for ever, and the book's own decoder knows nothing of it.
    const bytes = readFileSync(made.file)
    const padding = Buffer.concat([Buffer.from([0x81, 0, 0, 4]), Buffer.alloc(4)])
    const first = Buffer.from(bytes.subarray(0, 42))
    first[4] = 0
    const more = it.spool('c.flac', Buffer.concat([first, padding, bytes.subarray(42)]))
    expect(await it.codecs.check(more, made, never)).toBeNull()
    truncateSync(made.file, statSync(made.file).size >> 1)
    expect(await it.codecs.check(made.file, made, never)).toBeNull()
  })
})

describe('preparing a take', () => {
  test('measures it and keeps every sample', async () => {
    const samples = syllables(30_000, 22_050, 1)
    const file = it.spool('a.wav', wavFile(samples, 22_050))
    const prepared = await it.codecs.prepare([{ file }], never)
    const { analysis, peaks } = analyse(samples, 22_050)
    expect(prepared).toMatchObject({
      sampleRate: 22_050,
      samples: 30_000,
      audioDigest: audioDigest(samples),
      analysis,
      bytes: statSync(prepared.file).size,
    })
    expect([...prepared.peaks]).toEqual([...peaks])
    expect(nativeEngine.decodeFlac(readFileSync(prepared.file))?.samples).toEqual(samples)
  })

  test('takes the spool file over, whatever comes of it', async () => {
    const good = it.spool('good.wav', wavFile(syllables(9000, 22_050, 1), 22_050))
    const bad = it.spool('bad.wav', Buffer.from('no sound'))
    await it.codecs.prepare([{ file: good }], never)
    await expect(it.codecs.prepare([{ file: bad }], never)).rejects.toThrow()
    expect([existsSync(good), existsSync(bad)]).toEqual([false, false])
  })

  test('leaves nothing in the spool of children that were killed when they had written it', async () => {
    const children: Child[] = []
    const codecs = createCodecs({ ...it.pool, launch: childrenOf(children) })
    const file = it.spool('spoken.wav', wavFile(syllables(9000, 22_050, 1), 22_050))
    const prepared = expect(codecs.prepare([{ file }], never)).rejects.toMatchObject({
      failure: { code: 'codec-failed' },
    })
    children[0]?.answer({ name: 'native', version: 'test', reason: 'wished' })
    for (const turn of [0, 1]) {
      const given = await vi.waitFor(() => {
        const call = children[turn]?.given.at(-1)
        if (call?.operation !== 'prepare') throw new Error('not yet')
        return call
      })
      it.spool((given.args as TakeToPrepare).file, Buffer.from('a FLAC'))
      children[turn]?.die()
    }
    await prepared
    expect(readdirSync(it.folder.spool)).toEqual([])
    await codecs.close()
  })

  test.each([
    ['an empty file', Buffer.alloc(0)],
    ['text', Buffer.from('{"error":"quota exceeded"}')],
    ['a WAV without samples', wavFile(new Int16Array(0), 22_050)],
    ['a WAV of silence', wavFile(new Int16Array(22_050), 22_050)],
  ])('of %s fails, for there is nothing to hear', async (_, bytes) => {
    const file = it.spool('nothing.wav', bytes)
    await expect(it.codecs.prepare([{ file }], never)).rejects.toMatchObject({
      failure: { code: 'voice-failed' },
    })
    expect(readdirSync(it.folder.spool)).toEqual([])
  })

  test('that nobody waits for any more leaves nothing in the spool', async () => {
    const stop = new AbortController()
    const file = it.spool('a.wav', wavFile(syllables(400_000, 22_050, 1), 22_050))
    const preparing = it.codecs.prepare([{ file }], stop.signal)
    stop.abort()
    await expect(preparing).rejects.toThrow('cancelled')
    // With the only children busy until then, this comes after what was abandoned.
    await groupOf(1)
    await groupOf(2)
    expect(readdirSync(it.folder.spool).filter((name) => name.startsWith('voice'))).toEqual([])
  })
})

describe('encoding a group', () => {
  test('finds it again by its key, without a child', async () => {
    const { group } = await groupOf()
    const made = await it.codecs.encode([group], aac, never)
    for (const child of it.children) child.kill()
    const started = it.children.length
    expect(await it.codecs.encode([group], aac, never)).toEqual(made)
    expect(it.children.length).toBe(started)
    const [encodes] = await it.codecs.stats()
    expect(encodes).toMatchObject({ kind: 'encodes', entries: 1, hits: 1, misses: 1 })
    expect(encodes?.bytes).toBe(statSync(it.codecs.encodePath(made.key)).size)
  })

  test('once serves all who ask for it at the same time', async () => {
    const { group } = await groupOf()
    const all = [1, 2, 3].map(() => it.codecs.encode([group], aac, never))
    const [first, ...others] = await Promise.all(all)
    expect(others).toEqual([first, first])
    expect((await it.codecs.stats())[0]).toMatchObject({ misses: 1, hits: 0 })
  })

  test('goes on for the others when one of them gives up', async () => {
    const { group } = await groupOf()
    const stop = new AbortController()
    const leaving = it.codecs.encode([group], aac, stop.signal)
    const staying = it.codecs.encode([group], aac, never)
    stop.abort()
    await expect(leaving).rejects.toThrow('cancelled')
    expect((await staying).samples).toBe(group.samples)
  })

  test('makes packets anew that a power cut has shortened', async () => {
    const { group } = await groupOf()
    const made = await it.codecs.encode([group], aac, never)
    const path = it.codecs.encodePath(made.key)
    const whole = readFileSync(path)
    for (const length of [0, 6, 300, whole.length - 1]) {
      truncateSync(path, length)
      await it.codecs.encode([group], aac, never)
      expect(readFileSync(path).equals(whole)).toBe(true)
    }
  })

  test('names the take that is missing', async () => {
    const { group, take } = await groupOf()
    const clips = group.clips.map((clip) =>
      clip.source.kind === 'take'
        ? { ...clip, source: { ...clip.source, takeId: `${'f'.repeat(64)}.1` } }
        : clip,
    )
    await expect(
      it.codecs.encode([{ ...group, key: 'missing', clips }], aac, never),
    ).rejects.toMatchObject({
      failure: { code: 'take-damaged', params: { takeId: `${'f'.repeat(64)}.1` } },
    })
    expect(take.id).not.toContain('ff')
  })

  test('notices sound that is not what was kept, though its file is sound', async () => {
    const { group, take } = await groupOf()
    const other = syllables(take.samples, take.sampleRate, 99)
    it.replaceSound(
      take,
      flacFile(await encodeFlac(nativeEngine, { samples: other, sampleRate: take.sampleRate })),
    )
    const encoding = it.codecs.encode([group], aac, never)
    await expect(encoding).rejects.toMatchObject({
      failure: { code: 'take-damaged', params: { takeId: take.id } },
    })
  })

  test('fails when its child dies, and the next child does it', async () => {
    const { group } = await groupOf()
    const encoding = it.codecs.encode([group], aac, never)
    // Whichever child has the job: all of them die before they can answer.
    await new Promise((resolve) => setImmediate(resolve))
    for (const child of it.children) child.kill()
    const died = await encoding.then(
      () => null,
      (error: unknown) => error,
    )
    if (died) expect(died).toMatchObject({ failure: { code: 'codec-failed', retry: 'now' } })
    expect((await it.codecs.encode([group], aac, never)).samples).toBe(group.samples)
  })
})

describe('a preview', () => {
  test('is rendered once and found by its key', async () => {
    const { group } = await groupOf()
    const key = 'ab'.repeat(32)
    const name = await it.codecs.renderPreview({ ...group, key }, never)
    const path = it.codecs.previewPath(name)
    const before = statSync(path).mtimeMs
    expect(name).toBe(join('ab', `${key}.mp4`))
    expect(await it.codecs.renderPreview({ ...group, key }, never)).toBe(name)
    expect((await it.codecs.stats())[1]).toMatchObject({ entries: 1, hits: 1, misses: 1 })
    expect(statSync(path).mtimeMs).toBeGreaterThanOrEqual(before)
  })
})

describe('what can be made again', () => {
  test('is dropped by least recent use until it fits, and all of it when asked', async () => {
    const made = []
    for (const seed of [1, 2, 3]) {
      const { group } = await groupOf(seed)
      made.push(await it.codecs.encode([group], aac, never))
    }
    const paths = made.map(({ key }) => it.codecs.encodePath(key))
    const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0)
    const now = Date.now() / 1000
    for (const [index, path] of paths.entries()) utimesSync(path, now, now - 1000 + index)
    const sweep = (maxBytes: number, ttlSeconds = 5000) => it.codecs.sweep({ ttlSeconds, maxBytes })
    expect(await sweep(bytes)).toEqual({ freedBytes: 0 })
    const oldest = statSync(paths[0] ?? '').size
    expect(await sweep(bytes - 1)).toEqual({ freedBytes: oldest })
    expect(paths.map((path) => existsSync(path))).toEqual([false, true, true])
    expect(await it.codecs.clear()).toEqual({ freedBytes: bytes - oldest })
    expect((await it.codecs.stats())[0]).toMatchObject({ entries: 0, bytes: 0, evictions: 1 })
  })

  test('is dropped when nobody asked for it for as long as takes are kept', async () => {
    const day = 86_400
    const files: string[] = []
    for (const seed of [1, 2]) {
      const { group } = await groupOf(seed)
      const { key } = await it.codecs.encode([group], aac, never)
      const preview = await it.codecs.renderPreview({ ...group, key: `p${seed}` }, never)
      files.push(it.codecs.encodePath(key), it.codecs.previewPath(preview))
    }
    const now = Date.now() / 1000
    const [encode = '', preview = ''] = files
    for (const path of [encode, preview]) utimesSync(path, now, now - 8 * day)
    const freedBytes = statSync(encode).size + statSync(preview).size
    expect(await it.codecs.sweep({ ttlSeconds: 7 * day, maxBytes: 1e9 })).toEqual({ freedBytes })
    expect(files.map((path) => existsSync(path))).toEqual([false, false, true, true])
    expect(await it.codecs.stats()).toMatchObject([{ expiries: 1 }, { expiries: 1 }])
  })
})
