// Whether a model says of itself all that the engine demands: without it the engine ends its process.
import type { NeuralFamily } from '../../../contract/index.ts'

export type ModelFacts = { sampleRate: number; speakers: number }

/** Keys without which the engine ends, by family. */
const required: Readonly<Record<Exclude<NeuralFamily, 'supertonic'>, readonly string[]>> = {
  piper: ['sample_rate', 'n_speakers', 'language', 'comment', 'voice'],
  vits: ['sample_rate', 'n_speakers', 'language', 'comment'],
  kokoro: ['sample_rate', 'n_speakers', 'has_espeak', 'style_dim'],
  kitten: ['model_type', 'sample_rate', 'n_speakers', 'has_espeak', 'style_dim'],
  matcha: ['sample_rate', 'n_speakers', 'use_eos_bos', 'pad_id'],
}

const wholeNumber = /^\d{1,9}$/
const numeric = ['sample_rate', 'n_speakers', 'has_espeak', 'use_eos_bos', 'pad_id']

/** The facts, or what is wrong, in words. */
export function checkModel(
  family: Exclude<NeuralFamily, 'supertonic'>,
  metadata: ReadonlyMap<string, string>,
): ModelFacts | string {
  for (const key of required[family]) {
    const value = metadata.get(key)
    if (value === undefined || value === '') return `the model does not say its ${key}`
    if (numeric.includes(key) && !wholeNumber.test(value)) return `the model’s ${key} is no number`
  }
  const sampleRate = Number(metadata.get('sample_rate'))
  if (sampleRate < 4000 || sampleRate > 192_000) return 'the model’s sample_rate makes no sense'
  if (family === 'kitten' && metadata.get('model_type') !== 'kitten-tts')
    return 'the model’s model_type makes no sense'
  if (family === 'kitten' && metadata.get('has_espeak') !== '1')
    return 'the model’s has_espeak makes no sense'
  return { sampleRate, speakers: Math.max(1, Number(metadata.get('n_speakers'))) }
}

/**
 * How many bytes the style vectors of a Kokoro or Kitten model have, or what is wrong, in words. The
 * engine ends when their file has another size.
 */
export function styleBytes(
  family: 'kokoro' | 'kitten',
  metadata: ReadonlyMap<string, string>,
): number | string {
  const sizes = (metadata.get('style_dim') ?? '').split(',').map(Number)
  const [rows, one, width] = family === 'kokoro' ? sizes : [1, sizes[0], sizes[1]]
  const isWhole = sizes.every((size) => Number.isInteger(size) && size > 0)
  if (!isWhole || sizes.length !== (family === 'kokoro' ? 3 : 2) || one !== 1)
    return 'the model’s style_dim makes no sense'
  return Number(metadata.get('n_speakers')) * (rows ?? 0) * (width ?? 0) * 4
}
