// What lies in a folder: which family of listener it is, or what it lacks. The engine ends its process over either.
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ListenerFamily } from '../../../contract/index.ts'
import { fail } from '../../../core/base/failure-error.ts'
import { fsFailure } from '../../codecs/fs-failure.ts'
import { OnnxError, readOnnxMetadata } from '../../speech/neural/onnx-metadata.ts'
import { damagedListener, type FoundListener, type ListenerFiles } from './found-listener.ts'
import { listenerTokensFault } from './listener-tokens.ts'

type Metadata = ReadonlyMap<string, string>
type Parts = Omit<ListenerFiles, 'tokens'>

/** What the first of its models must say of itself, or the engine ends. */
const required: Readonly<Record<ListenerFamily, readonly string[]>> = {
  whisper:
    'n_mels n_text_layer n_text_ctx n_text_state n_vocab sot eot blank_id translate transcribe is_multilingual no_timestamps no_speech sot_sequence'.split(
      ' ',
    ),
  'nemo-transducer': ['vocab_size', 'subsampling_factor', 'pred_rnn_layers', 'pred_hidden'],
  'nemo-ctc': ['vocab_size', 'subsampling_factor'],
  'sense-voice':
    'vocab_size lfr_window_size lfr_window_shift normalize_samples with_itn without_itn lang_auto lang_zh lang_en lang_ja lang_ko lang_yue neg_mean inv_stddev'.split(
      ' ',
    ),
  moonshine: [],
}

/** Loads nothing. Fails with `not-a-listener`, and with `listener-damaged` for what is one, but a broken one. */
export async function inspectListener(folder: string): Promise<FoundListener> {
  const name = basename(folder)
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const names = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name)
    const [only, another] = entries.filter((entry) => entry.isDirectory())
    const isWrapped = !names.some((file) => file.endsWith('.onnx')) && only && !another
    // As archives make it when they are unpacked.
    if (isWrapped) return await inspectListener(join(folder, only.name))
    return await look(folder, name, names.toSorted())
  } catch (error) {
    if (error instanceof OnnxError) throw damagedListener(name, error.message)
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') throw fail('not-a-listener', { name }, code)
    throw fsFailure(error, folder)
  }
}

async function look(
  folder: string,
  name: string,
  names: readonly string[],
): Promise<FoundListener> {
  const parts = partsIn(names)
  const first = parts.encoder ?? parts.model
  if (first === undefined) throw fail('not-a-listener', { name })
  const { metadata } = await readOnnxMetadata(join(folder, first))
  const family = familyOf(parts, metadata)
  if (family === null) throw fail('not-a-listener', { name })
  const lacks = required[family].find((key) => (metadata.get(key) ?? '') === '')
  if (lacks !== undefined) throw damagedListener(name, `the model does not say its ${lacks}`)
  const tokens = tokensIn(names, first)
  if (tokens === undefined) throw damagedListener(name, 'tokens.txt is missing')
  const fault = listenerTokensFault(await readFile(join(folder, tokens), 'utf8'), family)
  if (fault !== null) throw damagedListener(name, fault)
  const files = { ...parts, tokens }
  let bytes = 0
  for (const file of Object.values(files).filter((each) => each !== undefined)) {
    const isModel = file.endsWith('.onnx') && file !== first
    // The others are read as far as to know that they are whole.
    if (isModel) await readOnnxMetadata(join(folder, file))
    bytes += (await stat(join(folder, file))).size
  }
  return { folder, name, family, files, bytes, languages: languagesOf(family, metadata) }
}

/** The parts of one model; of two that differ in precision the smaller one, which hears as well. */
function partsIn(names: readonly string[]): Parts {
  const models = names.filter((name) => name.endsWith('.onnx'))
  const pick = (pattern: RegExp) => {
    const fit = models.filter((name) => pattern.test(name))
    return fit.find((name) => name.includes('int8')) ?? fit[0]
  }
  const given = <K extends keyof Parts>(key: K, pattern: RegExp): Parts => {
    const name = pick(pattern)
    return name === undefined ? {} : { [key]: name }
  }
  if (pick(/^preprocess/))
    return {
      ...given('preprocessor', /^preprocess/),
      ...given('encoder', /^encode/),
      ...given('uncachedDecoder', /^uncached_decode/),
      ...given('cachedDecoder', /^cached_decode/),
    }
  const split = {
    ...given('encoder', /(?:^|[-_.])encoder\b/),
    ...given('decoder', /(?:^|[-_.])decoder\b/),
    ...given('joiner', /(?:^|[-_.])joiner\b/),
  }
  return split.encoder === undefined ? given('model', /^model\b|ctc|sense/i) : split
}

function familyOf(parts: Parts, metadata: Metadata): ListenerFamily | null {
  if (parts.preprocessor)
    return parts.encoder && parts.uncachedDecoder && parts.cachedDecoder ? 'moonshine' : null
  const type = metadata.get('model_type') ?? ''
  if (parts.encoder) {
    if (!parts.decoder) return null
    const isWhisper = type.startsWith('whisper') || metadata.has('n_text_layer')
    if (!parts.joiner) return isWhisper ? 'whisper' : null
    return type.startsWith('EncDec') || metadata.has('pred_rnn_layers') ? 'nemo-transducer' : null
  }
  if (type.startsWith('sense_voice') || metadata.has('lfr_window_size')) return 'sense-voice'
  return type.startsWith('EncDec') ? 'nemo-ctc' : null
}

/** `tiny.en-tokens.txt` belongs to `tiny.en-encoder.onnx`. */
function tokensIn(names: readonly string[], model: string): string | undefined {
  const lists = names.filter((name) => /(?:^|[-_.])tokens\.txt$/.test(name))
  const stem = model.split('encoder')[0] ?? ''
  return lists.find((name) => name === `${stem}tokens.txt`) ?? lists[0]
}

function languagesOf(family: ListenerFamily, metadata: Metadata): string[] {
  if (family === 'sense-voice') return ['zh', 'en', 'ja', 'ko', 'yue']
  if (family !== 'whisper' || metadata.get('is_multilingual') !== '1') return []
  return (metadata.get('all_language_codes') ?? '').split(',').filter((code) => code !== '')
}
