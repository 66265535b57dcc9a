// A person's own recording, from the file that was chosen to the take that is kept.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failureOf } from '../../../src/core/base/failure-error.ts'
import { encodeMp3 } from '../../speech-server/encode-mp3.ts'
import { never, openCodecFolder, type CodecFolder } from './codec-folder.ts'
import { syllables, wavFile } from './sounds.ts'

let opened: CodecFolder
let folder: string
beforeAll(() => {
  opened = openCodecFolder(1)
  folder = mkdtempSync(join(tmpdir(), 'lectern-recordings-'))
})
afterAll(async () => {
  await opened.close()
  rmSync(folder, { recursive: true })
})

const samples = syllables(44_100 * 2, 44_100, 3)
const put = (name: string, bytes: Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
const failed = async (path: string) =>
  opened.codecs.prepareRecording(path, never).then(() => null, failureOf)

describe('a recording', () => {
  it.each([
    ['a WAV', 'mine.wav', () => wavFile(samples, 44_100), 0],
    ['an MP3', 'mine.mp3', () => encodeMp3({ samples, sampleRate: 44_100 }), 4000],
    ['a WAV that is named otherwise', 'mine.txt', () => wavFile(samples, 44_100), 0],
  ] as const)('may be %s, and its file stays as it was', async (_, name, made, off) => {
    const bytes = made()
    const path = put(name, bytes)
    const prepared = await opened.codecs.prepareRecording(path, never)
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(prepared.sampleRate).toBe(44_100)
    expect(Math.abs(prepared.samples - samples.length)).toBeLessThanOrEqual(off)
    expect(prepared.audioDigest).toMatch(/^[0-9a-f]{64}$/)
    expect(prepared.analysis.loudnessLufs).toBeLessThan(0)
    expect(prepared.peaks.length).toBeGreaterThan(300)
    expect(prepared.file).not.toBe(path)
    expect(existsSync(prepared.file)).toBe(true)
  })

  it('is told by its sound: the same twice is one', async () => {
    const bytes = wavFile(samples, 44_100)
    const [one, other] = [put('one.wav', bytes), put('other.wav', bytes)]
    const first = await opened.codecs.prepareRecording(one, never)
    const second = await opened.codecs.prepareRecording(other, never)
    expect(second.audioDigest).toBe(first.audioDigest)
    expect(second.file).not.toBe(first.file)
  })

  it('is none where nothing can be heard in the file, which stays', async () => {
    const text = put('story.txt', Buffer.from('Once upon a time there was no sound at all.'))
    expect(await failed(text)).toMatchObject({ code: 'not-sound', params: { name: 'story.txt' } })
    expect(existsSync(text)).toBe(true)
    const empty = put('empty.wav', Buffer.alloc(0))
    expect(await failed(empty)).toMatchObject({ code: 'file-empty' })
    expect(existsSync(empty)).toBe(true)
    expect(await failed(join(folder, 'nowhere.wav'))).toMatchObject({ code: 'file-missing' })
  })
})
