// The native codecs and those in WASM: both keep what a codec engine promises, and hear the same.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { measureSound } from '../../../src/io/codecs/measure-sound.ts'
import { describeCodecEngine } from '../../conformance/codec-engine.ts'
import { describeCodecFiles } from '../../conformance/codec-files.ts'
import { engineNames, openEngine } from './engines.ts'
import { hasTool, run } from './reference-tools.ts'
import { syllables, wavFile } from './sounds.ts'

describe.each(engineNames)('the %s codecs', (name) => {
  describeCodecEngine(() => openEngine(name), { decodesAac: name === 'native' })
  describeCodecFiles(() => openEngine(name))
})

describe.skipIf(!hasTool('ffmpeg'))('both measure the same (needs ffmpeg)', () => {
  let folder: string
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'lectern-engines-'))))
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each([
    ['stereo.mp3', ['-ac', '2', '-b:a', '128k']],
    ['varying.mp3', ['-q:a', '4']],
    ['stereo.flac', ['-ac', '2', '-ar', '96000', '-sample_fmt', 's32']],
    ['float.wav', ['-c:a', 'pcm_f32le', '-af', 'volume=12dB']],
    ['old.wav', ['-c:a', 'pcm_u8', '-ar', '8000']],
    ['wide.wav', ['-c:a', 'pcm_s24le', '-ac', '2']],
    ['voice.ogg', ['-c:a', 'libvorbis', '-ac', '2']],
    ['voice.opus', ['-c:a', 'libopus', '-b:a', '32k']],
  ])('of %s', async (name, options) => {
    const source = join(folder, 'source.wav')
    const path = join(folder, name)
    writeFileSync(source, wavFile(syllables(4 * 44_100, 44_100, 4), 44_100))
    run('ffmpeg', '-v', 'error', '-y', '-i', source, ...options, path)
    const [native, wasm] = await Promise.all(
      engineNames.map(async (engine) => measureSound(await openEngine(engine), path)),
    )
    const { codec, sampleRate, channels, isConstantRate, chapters, damaged } = native ?? {}
    expect(wasm).toMatchObject({ codec, sampleRate, channels, isConstantRate, chapters, damaged })
    expect(Math.abs((wasm?.durationSeconds ?? 0) - (native?.durationSeconds ?? 0))).toBeLessThan(
      0.001,
    )
    // Two decoders of Opus differ by so much.
    const most = name.endsWith('opus') ? 0.11 : 0.06
    for (const figure of ['loudnessLufs', 'rmsDb', 'samplePeakDb', 'truePeakDb'] as const)
      expect(Math.abs((wasm?.[figure] ?? 0) - (native?.[figure] ?? 0))).toBeLessThan(most)
  })
})
