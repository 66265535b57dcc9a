// WAV and whatever FFmpeg decodes: what goes in comes out.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { flacFragment } from '../../../src/core/export/flac-fragment.ts'
import { decodeWav } from '../../../src/io/codecs/decode-wav.ts'
import { flacFile, encodeFlac } from '../../../src/io/codecs/flac-file.ts'
import { nativeEngine } from '../../../src/io/codecs/native/native-engine.ts'
import { bytesOf, syllables, wavFile } from './sounds.ts'

const { decodeFile } = nativeEngine
const flacOf = async (samples: Int16Array, sampleRate: number) =>
  flacFile(await encodeFlac(nativeEngine, { samples, sampleRate }))

let folder: string
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'lectern-lossless-'))))
afterAll(() => rmSync(folder, { recursive: true }))

describe('WAV', () => {
  test('of 16 bits mono is taken as it is', () => {
    const samples = syllables(5000, 22_050, 4)
    const decoded = decodeWav(wavFile(samples, 22_050))
    expect(decoded?.sampleRate).toBe(22_050)
    expect(decoded?.samples).toEqual(samples)
  })

  test('whose header does not know its length is read to the end', () => {
    const samples = syllables(500, 22_050, 4)
    const file = wavFile(samples, 22_050)
    file.writeUInt32LE(0x7fffffff, 4)
    file.writeUInt32LE(0x7fffffff, 40)
    expect(decodeWav(file)?.samples).toEqual(samples)
  })

  test.each([
    ['8 bits, unsigned', 1, 8, 1, [0, 128, 255], [-32_768, 0, 32_512]],
    ['24 bits', 1, 24, 1, [0, 0, 0x40, 0, 0, 0x80], [16_384, -32_768]],
    ['16 bits, stereo', 1, 16, 2, [0, 0x40, 0, 0xc0, 0, 0x40, 0, 0x20], [0, 12_288]],
    [
      '32 bits, float',
      3,
      32,
      1,
      [0, 0, 0, 0x3f, 0, 0, 0x80, 0xbf, 0, 0, 0, 0x41],
      [16_384, -32_768, 32_767],
    ],
  ])('of %s becomes 16 bits mono', (_, tag, bits, channels, data, expected) => {
    const file = Buffer.concat([wavFile(new Int16Array(0), 8000), Buffer.from(data)])
    file.writeUInt16LE(tag, 20)
    file.writeUInt16LE(channels, 22)
    file.writeUInt16LE(bits, 34)
    file.writeUInt32LE(data.length, 40)
    expect([...(decodeWav(file)?.samples ?? [])]).toEqual(expected)
  })

  test('cut in the middle of a sample loses only that', () => {
    const file = wavFile(Int16Array.of(1, 2, 3), 8000)
    expect([...(decodeWav(file.subarray(0, file.length - 1))?.samples ?? [])]).toEqual([1, 2])
  })
})

describe('other formats', () => {
  const samples = syllables(40_001, 24_000, 5)
  const put = (name: string, bytes: Uint8Array) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }

  test('are known by their content, not by their name', async () => {
    const path = put('answer.mp3', await flacOf(samples, 24_000))
    expect(decodeFile(path)).toEqual({ samples, sampleRate: 24_000 })
  })

  test('include the previews that we make', async () => {
    const flac = await encodeFlac(nativeEngine, { samples, sampleRate: 24_000 })
    const file = flacFragment({ ...flac, sampleRate: 24_000, samples: samples.length })
    expect(decodeFile(put('preview', file))?.samples).toEqual(samples)
  })

  test('are mixed down to one channel', () => {
    const file = wavFile(new Int16Array(0), 8000)
    const stereo = Buffer.concat([file, bytesOf(new Int16Array(2000).fill(8000))])
    stereo.writeUInt16LE(2, 22)
    stereo.writeUInt16LE(4, 32)
    stereo.writeUInt32LE(32_000, 28)
    stereo.writeUInt32LE(4000, 40)
    const decoded = decodeFile(put('stereo.wav', stereo))
    expect(decoded?.samples).toHaveLength(1000)
    expect(Math.max(...(decoded?.samples ?? []))).toBe(Math.min(...(decoded?.samples ?? [])))
  })

  test('that hold no sound are null, and so is a file that is not there', () => {
    expect(decodeFile(put('text', Buffer.from('no sound at all')))).toBeNull()
    expect(decodeFile(put('empty', Buffer.alloc(0)))).toBeNull()
    expect(decodeFile(join(folder, 'nowhere'))).toBeNull()
  })
})
