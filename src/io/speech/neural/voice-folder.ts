// What lies in a folder: which family of voice it is, what it says of itself, or why it is none.
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { NeuralFamily } from '../../../contract/index.ts'
import { fail } from '../../../core/base/failure-error.ts'
import { fsFailure } from '../../codecs/fs-failure.ts'
import { damaged, type FoundVoice, type RawPiper, type VoiceFiles } from './found-voice.ts'
import { checkModel, styleBytes, type ModelFacts } from './model-check.ts'
import { OnnxError, readOnnxMetadata } from './onnx-metadata.ts'
import { readPapers } from './papers.ts'
import { readRawPiper } from './raw-piper.ts'
import { describeSupertonic } from './supertonic.ts'
import { tokenListFault } from './token-list.ts'

/**
 * Looks at a folder, an .onnx, or an .onnx.json with the files beside it; loads nothing. Fails with
 * `not-a-voice`, and with `voice-damaged` for what is one, but a broken one.
 */
export async function inspectVoice(path: string): Promise<FoundVoice> {
  const name = basename(path)
  try {
    const isFolder = (await stat(path)).isDirectory()
    const dropped = isFolder ? null : basename(path).replace(/\.json$/, '')
    if (dropped !== null && !dropped.endsWith('.onnx')) throw fail('not-a-voice', { name })
    const folder = isFolder ? path : dirname(path)
    const names = await namesIn(folder)
    if (isFolder && !names.files.some((file) => file.endsWith('.onnx')) && names.only !== null)
      return await inspectVoice(join(folder, names.only))
    return await look(folder, names.files, dropped)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof OnnxError) throw damaged(name, error.message)
    if (code === 'ENOENT') throw fail('not-a-voice', { name }, String(error))
    throw fsFailure(error, path)
  }
}

/** The files, and the one folder there is, as archives make when they are unpacked. */
async function namesIn(folder: string): Promise<{ files: string[]; only: string | null }> {
  const entries = await readdir(folder, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return {
    files: entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => entry.name)
      .sort(),
    only: folders.length === 1 ? (folders[0] ?? null) : null,
  }
}

async function look(folder: string, names: string[], dropped: string | null): Promise<FoundVoice> {
  const has = (name: string) => names.includes(name)
  const title = dropped ?? basename(folder)
  const supertonic = await describeSupertonic(folder, names)
  const papers = await readPapers(folder, names)
  const common = { folder, papers: papers.files, licence: papers.licence, source: papers.source }
  if (supertonic !== null && dropped === null)
    return { ...common, ...supertonic, name: title, needsSpeechData: false, raw: null }

  const model = dropped ?? chooseModel(names)
  if (model === null || !has(model)) throw fail('not-a-voice', { name: title })
  const { metadata } = await readOnnxMetadata(join(folder, model))
  const raw =
    has(`${model}.json`) && !metadata.has('sample_rate')
      ? await readRawPiper(join(folder, `${model}.json`))
      : null
  for (const [key, value] of Object.entries(raw?.metadata ?? {})) metadata.set(key, value)

  const family = familyOf(names, metadata, raw)
  if (family === null) throw fail('not-a-voice', { name: title })
  const files = filesOf(family, model, names)
  const facts = await check(title, folder, family, files, metadata, raw)
  const named = (metadata.get('speaker_names') ?? '').split(',').filter((name) => name !== '')
  return {
    ...common,
    name: /^model\b/.test(model) ? basename(folder) : model.replace(/\.onnx$/, ''),
    family,
    files: raw ? { ...files, tokens: 'tokens.txt' } : files,
    sampleRate: facts.sampleRate,
    speakers:
      raw?.speakers ?? Array.from({ length: facts.speakers }, (_, id) => named[id]?.trim() ?? ''),
    language: raw?.language ?? metadata.get('voice') ?? metadata.get('language') ?? 'en',
    needsSpeechData: needsSpeechData(family, files, metadata),
    raw,
  }
}

/** A plain name first; the vocoder of a Matcha voice is no voice. Null also where there are several. */
function chooseModel(names: readonly string[]): string | null {
  const models = names.filter((name) => name.endsWith('.onnx') && !isVocoder(name))
  if (models.includes('model.onnx')) return 'model.onnx'
  const whole = models.filter((name) => !/int8|fp16/.test(name))
  const [only, another] = whole.length > 0 ? whole : models
  return another === undefined ? (only ?? null) : null
}

const isVocoder = (name: string): boolean => /^(vocos|hifigan|vocoder)/i.test(name)

function familyOf(
  names: readonly string[],
  metadata: ReadonlyMap<string, string>,
  raw: RawPiper | null,
): Exclude<NeuralFamily, 'supertonic'> | null {
  const type = (metadata.get('model_type') ?? '').toLowerCase()
  const comment = (metadata.get('comment') ?? '').toLowerCase()
  if (raw) return 'piper'
  if (type.startsWith('kitten')) return 'kitten'
  if (names.includes('voices.bin') || type === 'kokoro') return 'kokoro'
  if (type.startsWith('matcha') || names.some(isVocoder)) return 'matcha'
  if (comment.includes('piper')) return 'piper'
  return names.includes('tokens.txt') || type === 'vits' ? 'vits' : null
}

function filesOf(family: NeuralFamily, model: string, names: readonly string[]): VoiceFiles {
  const lexicons = names.filter((name) => /^lexicon.*\.txt$/.test(name))
  // Of two English ones the American: the engine takes one for each language.
  const chosen = lexicons.filter(
    (name) => !(name === 'lexicon-gb-en.txt' && lexicons.includes('lexicon-us-en.txt')),
  )
  const rules = names.filter((name) => name.endsWith('.fst'))
  const vocoder = names.find((name) => isVocoder(name) && name.endsWith('.onnx'))
  return {
    model,
    tokens: 'tokens.txt',
    ...(family === 'kokoro' || family === 'kitten' ? { voices: 'voices.bin' } : {}),
    ...(family === 'matcha' && vocoder !== undefined ? { vocoder } : {}),
    ...(chosen.length > 0 && family !== 'kitten' ? { lexicons: chosen } : {}),
    ...(rules.length > 0 ? { rules } : {}),
  }
}

function needsSpeechData(
  family: NeuralFamily,
  files: VoiceFiles,
  metadata: ReadonlyMap<string, string>,
): boolean {
  if (family === 'kokoro' || family === 'kitten' || family === 'piper') return true
  if (family === 'matcha') return files.lexicons === undefined || metadata.get('has_espeak') === '1'
  return isPhonemized(metadata) && files.lexicons === undefined
}

const isPhonemized = (metadata: ReadonlyMap<string, string>): boolean =>
  /piper|coqui|icefall/.test((metadata.get('comment') ?? '').toLowerCase())

/** Everything the engine would end its process over. */
async function check(
  voice: string,
  folder: string,
  family: Exclude<NeuralFamily, 'supertonic'>,
  files: VoiceFiles,
  metadata: ReadonlyMap<string, string>,
  raw: RawPiper | null,
): Promise<ModelFacts> {
  const facts = checkModel(family, metadata)
  if (typeof facts === 'string') throw damaged(voice, facts)
  const isSpelled = metadata.get('frontend') === 'characters'
  if (family === 'vits' && !isSpelled && files.lexicons === undefined && !isPhonemized(metadata))
    throw damaged(voice, 'lexicon.txt is missing')
  if (family === 'matcha') await checkVocoder(voice, folder, files.vocoder)
  const tokens = raw?.tokens ?? (await textOf(voice, folder, 'tokens.txt'))
  const isPhonetic = files.lexicons === undefined
  const edges = ['^', '$']
  const needed = { piper: ['_', ...edges], matcha: isPhonetic ? edges : [] }[family as string] ?? []
  const fault = tokenListFault(tokens, isPhonetic, needed)
  if (fault !== null) throw damaged(voice, fault)
  if (family === 'kokoro' || family === 'kitten') {
    const expected = styleBytes(family, metadata)
    if (typeof expected === 'string') throw damaged(voice, expected)
    const found = await stat(join(folder, 'voices.bin')).catch(() => null)
    if (found === null) throw damaged(voice, 'voices.bin is missing')
    if (found.size !== expected) throw damaged(voice, 'voices.bin does not belong to the model')
  }
  return facts
}

async function textOf(voice: string, folder: string, name: string): Promise<string> {
  return await readFile(join(folder, name), 'utf8').catch(() => {
    throw damaged(voice, `${name} is missing`)
  })
}

/** Of a kind it does not know the engine makes nothing, and uses it. */
async function checkVocoder(voice: string, folder: string, name: string | undefined) {
  if (name === undefined) throw damaged(voice, 'its vocoder (an .onnx beside the model) is missing')
  const { metadata } = await readOnnxMetadata(join(folder, name))
  if (!['hifigan', 'vocos', 'matcha-tts vocos'].includes(metadata.get('model_type') ?? ''))
    throw damaged(voice, `${name} is no vocoder that the engine knows`)
}
