// What a folder is taken for, and why it is not taken: nothing is loaded here.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { failureOf } from '../../../../src/core/base/failure-error.ts'
import { languageTags } from '../../../../src/io/speech/neural/languages.ts'
import { inspectVoice } from '../../../../src/io/speech/neural/voice-folder.ts'
import { tinyVoiceFiles, writeFiles, type TinyFamily } from '../../../fixtures/tiny-voices.ts'

const base = mkdtempSync(join(tmpdir(), 'lectern-voice-folder-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))
let count = 0
const folderOf = (files: Record<string, Uint8Array | string>): string => {
  count += 1
  return writeFiles(join(base, `voice-${count}`), files)
}
const why = async (path: string) => {
  const { code, params } = failureOf(await inspectVoice(path).catch((error: unknown) => error))
  return `${code}: ${params['reason'] ?? params['name']}`
}

describe('a voice’s folder', () => {
  it.each([
    ['vits', 'vits', 3, false],
    ['piper', 'piper', 1, true],
    ['kokoro', 'kokoro', 2, true],
    ['kitten', 'kitten', 2, true],
    ['matcha', 'matcha', 1, true],
  ] as const)('with a %s voice says what is in it', async (tiny, family, speakers, needs) => {
    const found = await inspectVoice(folderOf(tinyVoiceFiles(tiny)))
    expect(found).toMatchObject({ family, sampleRate: 16_000, needsSpeechData: needs })
    expect(found.speakers).toHaveLength(speakers)
  })

  it('tells licence and source from the papers', async () => {
    const found = await inspectVoice(folderOf(tinyVoiceFiles('vits')))
    expect(found).toMatchObject({ licence: 'CC0', source: 'https://voices.example/tiny' })
    const other = { ...tinyVoiceFiles('kitten'), LICENSE: 'Apache License\nVersion 2.0' }
    expect(await inspectVoice(folderOf(other))).toMatchObject({ licence: 'Apache-2.0' })
  })

  it('is found from each of a raw voice’s two files, and from the folder around it', async () => {
    const folder = folderOf(tinyVoiceFiles('piper'))
    for (const name of ['en_US-tiny-low.onnx', 'en_US-tiny-low.onnx.json'])
      expect((await inspectVoice(join(folder, name))).raw?.metadata['voice']).toBe('en-us')
    const around = join(base, 'around')
    mkdirSync(around)
    writeFiles(join(around, 'kokoro-v9'), tinyVoiceFiles('kokoro'))
    expect((await inspectVoice(around)).name).toBe('kokoro-v9')
  })

  const required: [TinyFamily, string][] = [
    ...['sample_rate', 'n_speakers', 'language', 'comment'].map((key): [TinyFamily, string] => [
      'vits',
      key,
    ]),
    ...['sample_rate', 'n_speakers', 'use_eos_bos', 'pad_id'].map((key): [TinyFamily, string] => [
      'matcha',
      key,
    ]),
    ...['sample_rate', 'n_speakers', 'has_espeak', 'style_dim'].flatMap(
      (key): [TinyFamily, string][] => [
        ['kokoro', key],
        ['kitten', key],
      ],
    ),
  ]
  it.each(required)('of a %s voice whose model lacks %s is damaged', async (family, key) => {
    expect(await why(folderOf(tinyVoiceFiles(family, key)))).toBe(
      `voice-damaged: the model does not say its ${key}`,
    )
  })

  const vits = tinyVoiceFiles('vits')
  const kokoro = tinyVoiceFiles('kokoro')
  const model = vits['model.onnx'] as Uint8Array
  const matcha = tinyVoiceFiles('matcha')
  const drop = (files: Record<string, Uint8Array | string>, name: string) =>
    Object.fromEntries(Object.entries(files).filter(([each]) => each !== name))
  it.each([
    ['no list of tokens', drop(vits, 'tokens.txt'), 'voice-damaged: tokens.txt is missing'],
    ['a token without number', { ...vits, 'tokens.txt': 'a 1\nb x\n' }, 'voice-damaged: line 2 of'],
    ['a token twice', { ...vits, 'tokens.txt': 'a 1\na 2\n' }, 'voice-damaged: its token list has'],
    ['a token of two letters', { ...vits, 'tokens.txt': 'ab 1\n' }, 'voice-damaged: line 1 of'],
    ['an empty list', { ...vits, 'tokens.txt': '\n' }, 'voice-damaged: its token list is empty'],
    [
      'a garbage model',
      { ...vits, 'model.onnx': 'garbage' },
      'voice-damaged: the model is no ONNX',
    ],
    [
      'half a model',
      { ...vits, 'model.onnx': model.subarray(0, 900) },
      'voice-damaged: the model is cut',
    ],
    ['no styles', drop(kokoro, 'voices.bin'), 'voice-damaged: voices.bin is missing'],
    ['other styles', { ...kokoro, 'voices.bin': 'x' }, 'voice-damaged: voices.bin does not belong'],
    ['no lexicon', tinyVoiceFiles('vits', 'frontend'), 'voice-damaged: lexicon.txt is missing'],
    ['no vocoder', drop(matcha, 'hifigan_v1.onnx'), 'voice-damaged: its vocoder'],
    [
      'another model for a vocoder',
      { ...matcha, 'hifigan_v1.onnx': model },
      'voice-damaged: hifigan_v1.onnx is no vocoder',
    ],
    ['no model', drop(vits, 'model.onnx'), 'not-a-voice: voice-'],
    [
      'two voices',
      { 'a.onnx': model, 'b.onnx': model, 'tokens.txt': 'a 1' },
      'not-a-voice: voice-',
    ],
    ['nothing', {}, 'not-a-voice: voice-'],
  ])('with %s is refused', async (_, files, answer) => {
    expect(await why(folderOf(files))).toContain(answer)
  })

  it.each([
    ['a picture', 'cover.png'],
    ['nothing', 'gone.onnx'],
  ])('is not made of %s', async (_, name) => {
    expect(await why(join(folderOf({ 'cover.png': 'PNG' }), name))).toBe(`not-a-voice: ${name}`)
  })

  it('of a Supertonic voice is complete with its four models, settings and speakers', async () => {
    const speakers = Buffer.alloc(48 + 4 * 2 * (6 + 3))
    for (const [index, size] of [2, 2, 3, 2, 1, 3].entries())
      speakers.writeBigInt64LE(BigInt(size), index * 8)
    const names = ['duration_predictor', 'text_encoder', 'vector_estimator', 'vocoder']
    const files = {
      ...Object.fromEntries(names.map((name) => [`${name}.int8.onnx`, model])),
      'tts.json': JSON.stringify({
        ae: { sample_rate: 44_100, base_chunk_size: 512 },
        ttl: { chunk_compress_factor: 6, latent_dim: 24 },
      }),
      'unicode_indexer.bin': 'x',
      'voice.bin': speakers,
    }
    const found = await inspectVoice(folderOf(files))
    expect(found).toMatchObject({ family: 'supertonic', sampleRate: 44_100, speakers: ['', ''] })
    expect(await why(folderOf(drop(files, 'voice.bin')))).toContain('voice.bin is missing')
    expect(await why(folderOf({ ...files, 'tts.json': '{}' }))).toContain('tts.json')
    expect(await why(folderOf({ ...files, 'voice.bin': speakers.subarray(4) }))).toContain(
      'speakers',
    )
  })
})

describe('languages', () => {
  it.each([
    ['en_US', ['en-US']],
    ['en-gb-x-rp', ['en-GB-x-rp']],
    ['English', ['en']],
    ['Chinese, English', ['zh', 'en']],
    ['cmn', ['zh']],
    ['Klingonese', []],
    ['', []],
  ])('are understood from %j', (words, tags) => {
    expect(languageTags(words)).toEqual(tags)
  })
})
