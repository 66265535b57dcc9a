// From a voice on the disk to what the engine must be told to load it.
import { join } from 'node:path'
import type { NeuralFamily } from '../../../contract/index.ts'
import type { Scales, VoiceFiles } from './found-voice.ts'

/** What computes a model. Only the processor is everywhere. */
export type ExecutionProvider = 'cpu' | 'coreml' | 'cuda'

export type LoadableVoice = {
  family: NeuralFamily
  /** Absolute. */
  folder: string
  files: VoiceFiles
  scales: Scales
  /** espeak-ng's data, for those that phonemize by it. */
  speechData: string | null
  /** BCP 47. */
  language: string
}

export type EngineSettings = {
  model: Record<string, object | string | number>
  maxNumSentences: number
  /** 1 leaves the pauses inside the sound as they are. */
  silenceScale: number
  ruleFsts?: string
}

/** All paths absolute: the engine resolves none. */
export function engineSettings(
  voice: LoadableVoice,
  threads: number,
  provider: ExecutionProvider,
): EngineSettings {
  const { family, files, scales } = voice
  const at = (name: string | undefined) => (name === undefined ? '' : join(voice.folder, name))
  const many = (names: readonly string[] | undefined) => (names ?? []).map(at).join(',')
  const words = {
    tokens: at(files.tokens),
    ...(voice.speechData === null ? {} : { dataDir: voice.speechData }),
    ...(files.lexicons ? { lexicon: many(files.lexicons) } : {}),
  }
  const spoken = { model: at(files.model), ...words }
  const models = {
    vits: () => ({ ...spoken, ...scales }),
    piper: () => ({ ...spoken, ...scales }),
    kitten: () => ({ ...spoken, voices: at(files.voices) }),
    kokoro: () => ({
      ...spoken,
      voices: at(files.voices),
      ...(files.lexicons ? {} : { lang: voice.language.toLowerCase() }),
    }),
    matcha: () => ({ acousticModel: at(files.model), vocoder: at(files.vocoder), ...words }),
    supertonic: () => ({
      durationPredictor: at(files.durationPredictor),
      textEncoder: at(files.textEncoder),
      vectorEstimator: at(files.vectorEstimator),
      vocoder: at(files.vocoder),
      ttsJson: at(files.ttsJson),
      unicodeIndexer: at(files.unicodeIndexer),
      voiceStyle: at(files.voices),
    }),
  } satisfies Record<NeuralFamily, () => object>
  return {
    model: {
      [family === 'piper' ? 'vits' : family]: models[family](),
      numThreads: threads,
      provider,
      debug: 0,
    },
    maxNumSentences: 1,
    silenceScale: 1,
    ...(files.rules ? { ruleFsts: many(files.rules) } : {}),
  }
}
