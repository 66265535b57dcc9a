// Which folders hold a model that can listen, and what is said of those that do not.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { failureOf } from '../../../src/core/base/failure-error.ts'
import { inspectListener } from '../../../src/io/transcriber/on-disk/listener-folder.ts'
import { languageTold } from '../../../src/io/transcriber/on-disk/recogniser-settings.ts'
import { onnxFile } from '../../fixtures/onnx-writer.ts'
import { tinyListenerFiles } from '../../fixtures/tiny-listener.ts'
import { writeFiles } from '../../fixtures/tiny-voices.ts'

let home: string
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'lectern-listener-'))))
afterEach(() => rmSync(home, { recursive: true }))

/** A model that says this of itself, and does nothing. */
const model = (metadata: Record<string, string> = {}) =>
  onnxFile({
    nodes: [{ op: 'Identity', in: ['a'], out: 'b' }],
    constants: [],
    inputs: [{ name: 'a', kind: 'float', shape: [1] }],
    output: { name: 'b', kind: 'float', shape: [1] },
    metadata,
  })
const saying = (names: string) =>
  Object.fromEntries(names.split(' ').map((name) => [name, '1'] as const))

const whisper = {
  ...saying(
    'n_mels n_text_layer n_text_ctx n_text_state n_vocab sot eot blank_id translate transcribe is_multilingual no_timestamps no_speech sot_sequence',
  ),
  all_language_codes: 'en,de,fr',
}
const sense = saying(
  'vocab_size lfr_window_size lfr_window_shift normalize_samples with_itn without_itn lang_auto lang_zh lang_en lang_ja lang_ko lang_yue neg_mean inv_stddev',
)
const nemo = saying('vocab_size subsampling_factor pred_rnn_layers pred_hidden')
const tokens = '▁a 0\n<blk> 1\n'
const moonshine = {
  'preprocess.onnx': model(),
  'encode.int8.onnx': model(),
  'uncached_decode.int8.onnx': model(),
  'tokens.txt': tokens,
}

const whole: [string, Record<string, Uint8Array | string>, object][] = [
  [
    'Whisper, its smaller files of two precisions, and the list that belongs to it',
    {
      'tiny-encoder.onnx': model(whisper),
      'tiny-encoder.int8.onnx': model(whisper),
      'tiny-decoder.int8.onnx': model(),
      'tiny-tokens.txt': 'IQ== 0\nYQ== 1\n',
    },
    {
      family: 'whisper',
      languages: ['en', 'de', 'fr'],
      files: {
        encoder: 'tiny-encoder.int8.onnx',
        decoder: 'tiny-decoder.int8.onnx',
        tokens: 'tiny-tokens.txt',
      },
    },
  ],
  [
    'NeMo’s transducer',
    {
      'encoder.int8.onnx': model(nemo),
      'decoder.int8.onnx': model(),
      'joiner.int8.onnx': model(),
      'tokens.txt': tokens,
    },
    { family: 'nemo-transducer', languages: [] },
  ],
  ['NeMo’s CTC', tinyListenerFiles(), { family: 'nemo-ctc' }],
  [
    'SenseVoice',
    { 'model.int8.onnx': model(sense), 'tokens.txt': tokens },
    { family: 'sense-voice' },
  ],
  ['Moonshine', { ...moonshine, 'cached_decode.int8.onnx': model() }, { family: 'moonshine' }],
]
it.each(whole)('knows %s', async (_, files, found) => {
  const folder = writeFiles(join(home, 'wrapped', 'model'), files)
  expect(await inspectListener(folder)).toMatchObject({ ...found, folder, name: 'model' })
  // As an archive makes it when it is unpacked.
  expect(await inspectListener(join(home, 'wrapped'))).toMatchObject({ folder })
})

const { 'tiny-encoder.onnx': encoder, ...restOfWhisper } = {
  'tiny-encoder.onnx': model(whisper),
  'tiny-decoder.onnx': model(),
  'tiny-tokens.txt': 'IQ== 0\n',
}
const broken: [string, Record<string, Uint8Array | string>, string, string | undefined][] = [
  ['an empty folder', {}, 'not-a-listener', undefined],
  ['a folder of something else', { 'notes.txt': 'one' }, 'not-a-listener', undefined],
  [
    'a voice',
    { 'model.onnx': model({ model_type: 'vits' }), 'tokens.txt': tokens },
    'not-a-listener',
    undefined,
  ],
  ['half a Moonshine', moonshine, 'not-a-listener', undefined],
  ['half a Whisper', { 'tiny-encoder.onnx': encoder as Uint8Array }, 'not-a-listener', undefined],
  [
    'a model without what the engine ends over',
    tinyListenerFiles('subsampling_factor'),
    'listener-damaged',
    'the model does not say its subsampling_factor',
  ],
  [
    'a model cut short',
    {
      ...tinyListenerFiles(),
      'model.onnx': (tinyListenerFiles()['model.onnx'] as Uint8Array).slice(0, 400),
    },
    'listener-damaged',
    'the model is cut short',
  ],
  [
    'a second half that is none',
    {
      'tiny-encoder.onnx': encoder as Uint8Array,
      ...restOfWhisper,
      'tiny-decoder.onnx': 'not found',
    },
    'listener-damaged',
    'the model is no ONNX file',
  ],
  ['no token list', { 'model.onnx': model(sense) }, 'listener-damaged', 'tokens.txt is missing'],
  [
    'a token list of another family',
    {
      'tiny-encoder.onnx': encoder as Uint8Array,
      ...restOfWhisper,
      'tiny-tokens.txt': '<blk> 0\n',
    },
    'listener-damaged',
    'line 1 of its token list cannot be read',
  ],
  [
    'a token list without a blank',
    { ...tinyListenerFiles(), 'tokens.txt': '▁a 0\n' },
    'listener-damaged',
    'its token list lacks “<blk>”',
  ],
]
it.each(broken)('refuses %s', async (_, files, code, reason) => {
  const folder = writeFiles(join(home, 'model'), files)
  const failure = failureOf(await inspectListener(folder).catch((error: unknown) => error))
  expect(failure).toMatchObject({ code, params: { name: 'model', ...(reason && { reason }) } })
})

it('a model is told the book’s language where it knows it', () => {
  const found = { languages: ['en', 'de'] } as Awaited<ReturnType<typeof inspectListener>>
  expect(['de-AT', 'fr', 'EN'].map((language) => languageTold(found, language))).toEqual([
    'de',
    '',
    'en',
  ])
})
