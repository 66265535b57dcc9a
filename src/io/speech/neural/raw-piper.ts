// A voice as Piper's tools export it: the engine misses metadata and a token list, its .json has both.
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { RawPiper } from './found-voice.ts'
import { tokenListOf } from './token-list.ts'

const PiperConfig = z.object({
  audio: z.object({ sample_rate: z.number().int().positive() }),
  espeak: z.object({ voice: z.string().min(1) }),
  inference: z
    .object({
      noise_scale: z.number().optional(),
      length_scale: z.number().optional(),
      noise_w: z.number().optional(),
    })
    .default({}),
  phoneme_type: z.string().default('espeak'),
  phoneme_id_map: z.record(z.string(), z.array(z.number().int().nonnegative())),
  num_speakers: z.number().int().positive().default(1),
  speaker_id_map: z.record(z.string(), z.number().int()).default({}),
  language: z.object({ code: z.string() }).optional(),
})

/** Reads an .onnx.json; null when it is none of Piper's, or phonemizes in a way of its own. */
export async function readRawPiper(path: string): Promise<RawPiper | null> {
  const parsed = PiperConfig.safeParse(parse(await readFile(path, 'utf8')))
  if (!parsed.success || parsed.data.phoneme_type !== 'espeak') return null
  const { audio, espeak, inference, num_speakers: count, language } = parsed.data
  const names = new Map(Object.entries(parsed.data.speaker_id_map).map(([name, id]) => [id, name]))
  const code = language?.code ?? espeak.voice
  return {
    metadata: {
      model_type: 'vits',
      comment: 'piper',
      language: code,
      voice: espeak.voice,
      has_espeak: '1',
      n_speakers: String(count),
      sample_rate: String(audio.sample_rate),
      version: '1',
    },
    tokens: tokenListOf(parsed.data.phoneme_id_map),
    speakers: Array.from({ length: count }, (_, id) => names.get(id) ?? ''),
    language: code,
    scales: {
      ...(inference.noise_scale === undefined ? {} : { noiseScale: inference.noise_scale }),
      ...(inference.noise_w === undefined ? {} : { noiseScaleW: inference.noise_w }),
      ...(inference.length_scale === undefined ? {} : { lengthScale: inference.length_scale }),
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
