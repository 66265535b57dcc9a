// Finished files of every kind, measured as decoded, and held against ffmpeg where the machine has it.
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { exportFormatNames, type SoundMeasure } from '../../../src/contract/index.ts'
import { FailureError } from '../../../src/core/base/failure-error.ts'
import { encodingOf } from '../../../src/core/export/encoding-of.ts'
import { measureSound } from '../../../src/io/codecs/measure-sound.ts'
import { nativeEngine } from '../../../src/io/codecs/native/native-engine.ts'
import { never, openCodecFolder } from './codec-folder.ts'
import { encodeSound, fileOf } from './encoded.ts'
import { hasTool, run } from './reference-tools.ts'
import { syllables, wavFile } from './sounds.ts'

let folder: string
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'lectern-measure-'))))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)
const measured = (path: string) => measureSound(nativeEngine, path)

/** Half a second of silence, six seconds of sound, a second and a half of silence. */
function chapterOfSound(rate: number): Int16Array {
  const sound = syllables(6 * rate, rate, 4)
  const whole = new Int16Array(Math.ceil((8 * rate) / 1024) * 1024)
  whole.set(sound, Math.round(rate / 2))
  return whole
}

const tags = { title: 'Tale', authors: ['A. Author'], narrator: 'Eva', language: 'en' }

async function finished(
  format: (typeof exportFormatNames)[number],
  rate = 24_000,
): Promise<string> {
  const encoding = encodingOf({ format })
  const pieces = await Promise.all(
    [1, 2].map(() => encodeSound(chapterOfSound(rate), rate, encoding)),
  )
  const chapters = ['One', 'Two'].map((title) => ({ title, pieces: 1 }))
  const path = at(`tale.${format}`)
  writeFileSync(path, fileOf(format, { pieces, chapters, tags, cover: null }).whole)
  return path
}

/** Overall levels by astats, loudness and true peak by ebur128. */
function byFfmpeg(path: string): Record<'rms' | 'peak' | 'lufs' | 'truePeak', number> {
  const filtered = (filter: string) =>
    run(
      'ffmpeg',
      ...['-hide_banner', '-nostats', '-i', path, '-map', '0:a', '-af', filter],
      '-f',
      'null',
      '-',
    ).stderr
  const stats = filtered('astats').split('Overall').at(-1) ?? ''
  const loudness = filtered('ebur128=peak=true').split('Summary:').at(-1) ?? ''
  const figure = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1])
  return {
    rms: figure(stats, /RMS level dB: (\S+)/),
    peak: figure(stats, /Peak level dB: (\S+)/),
    lufs: figure(loudness, /I: +(\S+) LUFS/),
    truePeak: figure(loudness, /Peak: +(\S+) dBFS/),
  }
}

function expectAgreement(measure: SoundMeasure, path: string): void {
  const theirs = byFfmpeg(path)
  expect(Math.abs(measure.rmsDb - theirs.rms)).toBeLessThan(0.1)
  expect(Math.abs(measure.samplePeakDb - theirs.peak)).toBeLessThan(0.1)
  // What ffmpeg prints is rounded to a tenth itself.
  expect(Math.abs((measure.loudnessLufs ?? 0) - theirs.lufs)).toBeLessThan(0.1 + 0.051)
  expect(Math.abs(measure.truePeakDb - theirs.truePeak)).toBeLessThan(0.1 + 0.051)
}

const hasFfmpeg = hasTool('ffmpeg')

describe('a finished file', () => {
  test.each(exportFormatNames)('as %s is measured as it is heard', async (format) => {
    const measure = await measured(await finished(format))
    expect(measure).toMatchObject({ channels: 1, damaged: 0, chapters: format === 'wav' ? 0 : 2 })
    expect(measure.sampleRate).toBe(format === 'opus' ? 48_000 : 24_000)
    expect(Math.abs(measure.durationSeconds - 16.1)).toBeLessThan(0.2)
    expect(Math.abs(measure.headSeconds - 0.5)).toBeLessThan(0.05)
    expect(Math.abs(measure.tailSeconds - 1.5)).toBeLessThan(0.2)
    expect(measure.floorDb).toBeLessThan(-80)
    expect(measure.isConstantRate).toBe(format === 'mp3' ? true : null)
  })

  test('tells the rate of MP3, and whether it is constant', async () => {
    const rate = 44_100
    const write = async (name: string, encoding: Parameters<typeof encodeSound>[2]) => {
      const pieces = [await encodeSound(chapterOfSound(rate), rate, encoding)]
      const chapters = [{ title: 'One', pieces: 1 }]
      writeFileSync(at(name), fileOf('mp3', { pieces, chapters, tags, cover: null }).whole)
      return measured(at(name))
    }
    const constant = await write('constant.mp3', { codec: 'mp3', bitRate: 192_000 })
    expect(constant).toMatchObject({ bitRate: 192_000, isConstantRate: true, sampleRate: rate })
    expect((await write('varying.mp3', { codec: 'mp3', quality: 4 })).isConstantRate).toBe(false)
  })

  it('is measured as far as it goes when it is cut off', async () => {
    const path = await finished('mp3')
    truncateSync(path, 60_000)
    const { durationSeconds } = await measured(path)
    expect(durationSeconds).toBeGreaterThan(5)
    expect(durationSeconds).toBeLessThan(10)
  })

  test.each([
    ['file-missing', 'gone.mp3', null],
    ['file-empty', 'empty.mp3', ''],
    ['not-sound', 'words.mp3', 'These are words and no sound. '.repeat(100)],
    ['file-unreadable', '.', null],
  ])('that is none fails with %s', async (code, name, content) => {
    if (content !== null) writeFileSync(at(name), content)
    await expect(measured(at(name))).rejects.toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code }) }),
    )
  })
})

describe('a codec child', () => {
  it('measures, and says of a bad file what is wrong', async () => {
    const codecs = openCodecFolder(1)
    try {
      const path = codecs.spool('sound.wav', wavFile(chapterOfSound(24_000), 24_000))
      const measure = await codecs.codecs.measureFile(path, never)
      expect(measure).toEqual(await measured(path))
      const bad = await codecs.codecs.measureFile(`${path}.gone`, never).catch((error) => error)
      expect(bad).toBeInstanceOf(FailureError)
      expect(bad).toMatchObject({ failure: { code: 'file-missing' } })
    } finally {
      await codecs.close()
    }
  })
})

describe.skipIf(!hasFfmpeg)('the measures agree with ffmpeg', () => {
  test.each(exportFormatNames)('of our own %s', async (format) => {
    const path = await finished(format)
    expectAgreement(await measured(path), path)
  })

  test.each([
    ['stereo.mp3', ['-ac', '2', '-b:a', '128k']],
    ['stereo.flac', ['-ac', '2', '-ar', '96000', '-sample_fmt', 's32']],
    ['float.wav', ['-c:a', 'pcm_f32le', '-af', 'volume=12dB']],
    ['voice.ogg', ['-c:a', 'libvorbis', '-ac', '2']],
    ['old.wav', ['-c:a', 'pcm_u8', '-ar', '8000']],
  ])('of theirs: %s', async (name, options) => {
    writeFileSync(at('source.wav'), wavFile(chapterOfSound(44_100), 44_100))
    run('ffmpeg', '-v', 'error', '-y', '-i', at('source.wav'), ...options, at(name))
    expectAgreement(await measured(at(name)), at(name))
  })
})
