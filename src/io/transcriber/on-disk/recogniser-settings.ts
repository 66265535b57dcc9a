// From a model on the disk to what the engine must be told to load it.
import { join } from 'node:path'
import { primaryOf, type ListenerFamily } from '../../../contract/index.ts'
import type { FoundListener } from './found-listener.ts'

export type RecogniserSettings = {
  featConfig: { sampleRate: number; featureDim: number }
  modelConfig: Record<string, object | string | number>
  decodingMethod: 'greedy_search'
}

/** How many seconds of sound a model takes at once: Whisper hears no more than 30. */
export const longestSeconds: Readonly<Record<ListenerFamily, number>> = {
  whisper: 28,
  moonshine: 28,
  'sense-voice': 28,
  'nemo-ctc': 60,
  'nemo-transducer': 60,
}

/** Families whose answer says when each token is heard. */
export const timesWords = (family: ListenerFamily): boolean =>
  family !== 'whisper' && family !== 'moonshine'

/** What a model is told of a book's language (BCP 47); '' for one that finds out by itself or knows only one. */
export function languageTold({ languages }: FoundListener, language: string): string {
  const primary = primaryOf(language)
  return languages.includes(primary) ? primary : ''
}

/** All paths absolute: the engine resolves none. */
export function recogniserSettings(
  { folder, family, files }: FoundListener,
  { language, threads }: { language: string; threads: number },
): RecogniserSettings {
  const at = (name: string | undefined) => (name === undefined ? '' : join(folder, name))
  const halves = { encoder: at(files.encoder), decoder: at(files.decoder) }
  const models = {
    whisper: () => ({ whisper: { ...halves, language, task: 'transcribe', tailPaddings: -1 } }),
    'nemo-transducer': () => ({
      transducer: { ...halves, joiner: at(files.joiner) },
      modelType: 'nemo_transducer',
    }),
    'nemo-ctc': () => ({ nemoCtc: { model: at(files.model) } }),
    'sense-voice': () => ({
      senseVoice: {
        model: at(files.model),
        language: language || 'auto',
        useInverseTextNormalization: 1,
      },
    }),
    moonshine: () => ({
      moonshine: {
        preprocessor: at(files.preprocessor),
        encoder: at(files.encoder),
        uncachedDecoder: at(files.uncachedDecoder),
        cachedDecoder: at(files.cachedDecoder),
      },
    }),
  } satisfies Record<ListenerFamily, () => object>
  return {
    featConfig: { sampleRate: 16_000, featureDim: 80 },
    modelConfig: {
      ...models[family](),
      tokens: at(files.tokens),
      numThreads: threads,
      provider: 'cpu',
      debug: 0,
    },
    decodingMethod: 'greedy_search',
  }
}
