// A Supertonic voice: four models, their settings, and a file of speakers.
import { open, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { damaged, type FoundVoice, type VoiceFiles } from './found-voice.ts'
import { OnnxError, readOnnxMetadata } from './onnx-metadata.ts'

/** What the engine reads of tts.json and ends without. */
const Settings = z.object({
  ae: z.object({
    sample_rate: z.number().int().positive(),
    base_chunk_size: z.number().positive(),
  }),
  ttl: z.object({
    chunk_compress_factor: z.number().positive(),
    latent_dim: z.number().positive(),
  }),
})

const models = {
  durationPredictor: 'duration_predictor',
  textEncoder: 'text_encoder',
  vectorEstimator: 'vector_estimator',
  vocoder: 'vocoder',
} as const

/** Null for what is no Supertonic voice; throws `voice-damaged` for a broken one. */
export async function describeSupertonic(
  folder: string,
  names: readonly string[],
): Promise<Pick<FoundVoice, 'family' | 'files' | 'sampleRate' | 'speakers' | 'language'> | null> {
  if (!names.includes('tts.json') || !names.some((name) => name.startsWith('vector_estimator')))
    return null
  const broken = (reason: string) => damaged(basename(folder), reason)
  const files: VoiceFiles = { ttsJson: 'tts.json', voices: 'voice.bin' }
  for (const [part, stem] of Object.entries(models)) {
    const name = names.find((file) => file.startsWith(stem) && file.endsWith('.onnx'))
    if (name === undefined) throw broken(`${stem}.onnx is missing`)
    files[part as keyof typeof models] = name
    try {
      await readOnnxMetadata(join(folder, name))
    } catch (error) {
      throw error instanceof OnnxError ? broken(error.message) : error
    }
  }
  for (const [part, name] of [
    ['unicodeIndexer', 'unicode_indexer.bin'],
    ['voices', 'voice.bin'],
  ] as const) {
    if (!names.includes(name)) throw broken(`${name} is missing`)
    files[part] = name
  }
  const settings = Settings.safeParse(parse(await readFile(join(folder, 'tts.json'), 'utf8')))
  if (!settings.success) throw broken('tts.json lacks settings of the engine')
  const speakers = await countSpeakers(join(folder, 'voice.bin'))
  if (speakers === null) throw broken('voice.bin is no list of speakers')
  return {
    family: 'supertonic',
    files,
    sampleRate: settings.data.ae.sample_rate,
    speakers: Array.from({ length: speakers }, () => ''),
    // What the engine speaks when it is not told otherwise.
    language: 'en',
  }
}

/** Six sizes lead the file: two blocks of numbers, a row of each for every speaker. */
async function countSpeakers(path: string): Promise<number | null> {
  const file = await open(path, 'r')
  try {
    const head = Buffer.alloc(48)
    const { bytesRead } = await file.read(head, 0, 48, 0)
    if (bytesRead < 48) return null
    const sizes = Array.from({ length: 6 }, (_, index) => Number(head.readBigInt64LE(index * 8)))
    const [count = 0, a = 0, b = 0, again = 0, c = 0, d = 0] = sizes
    const isWhole = sizes.every((size) => size > 0 && size < 1e6) && count === again
    const { size } = await file.stat()
    return isWhole && size === 48 + 4 * count * (a * b + c * d) ? count : null
  } finally {
    await file.close()
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
