// sherpa-onnx behind a few functions, for voices and for listeners; the only importer of its package. It may end its
// process: it lives in a child, and only its asynchronous functions are used.
import { fail } from '../../../core/base/failure-error.ts'
import type { Recogniser } from '../../transcriber/on-disk/listener.ts'
import type { RecogniserSettings } from '../../transcriber/on-disk/recogniser-settings.ts'
import type { EngineSettings } from './engine-settings.ts'

export type NeuralEngine = {
  readonly sampleRate: number
  readonly speakers: number
  /**
   * The sound of a text. Stops after the sentence under way once `isCancelled` says so. Throws when
   * the model has nothing to say of it.
   */
  speak(
    text: string,
    options: { speaker: number; rate: number; language: string | null },
    isCancelled: () => boolean,
  ): Promise<Float32Array>
}

/** Not for every computer there is a build. Fails with `neural-engine-missing`. */
async function loadPackage() {
  try {
    return (await import('sherpa-onnx-node')).default
  } catch (error) {
    const { platform, arch } = process
    throw fail('neural-engine-missing', { machine: `${platform} ${arch}` }, String(error))
  }
}

/**
 * Loads a model: from 50 ms to many seconds. Throws what the engine throws, if it is still there, and fails with
 * `neural-engine-missing`.
 */
export async function loadSherpa(settings: EngineSettings): Promise<NeuralEngine> {
  const sherpa = await loadPackage()
  const engine = await sherpa.OfflineTts.createAsync(settings)
  return {
    sampleRate: engine.sampleRate,
    speakers: Math.max(1, engine.numSpeakers),
    async speak(text, { speaker, rate, language }, isCancelled) {
      const { samples } = await engine.generateAsync({
        text,
        sid: speaker,
        speed: rate,
        // Of these the engines that need a language read it; the others know no settings of this kind.
        ...(language === null
          ? {}
          : {
              generationConfig: {
                sid: speaker,
                speed: rate,
                silenceScale: 1,
                extra: { lang: language },
              },
            }),
        enableExternalBuffer: false,
        onProgress: () => !isCancelled(),
      })
      return samples
    },
  }
}

/** Loads a model that listens. Throws as `loadSherpa` does. */
export async function loadRecogniser(settings: RecogniserSettings): Promise<Recogniser> {
  const sherpa = await loadPackage()
  const engine = await sherpa.OfflineRecognizer.createAsync(settings)
  return {
    async hear(samples, sampleRate) {
      const stream = engine.createStream()
      // It resamples by itself.
      stream.acceptWaveform({ samples, sampleRate })
      return engine.decodeAsync(stream)
    },
  }
}
