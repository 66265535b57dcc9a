// The far side of a neural voice: holds one model and speaks segments into the spool.
import type { SpokenPart } from '../../../contract/index.ts'
import { fail, FailureError } from '../../../core/base/failure-error.ts'
import { abortError } from '../../../core/base/scope.ts'
import { splitSpoken } from '../../../core/segment/split-spoken.ts'
import { createSoundBuffer } from '../sound-buffer.ts'
import { isSpeakable, utterancesOf } from '../speak-parts.ts'
import { writeSound } from '../write-sound.ts'
import type { EngineSettings } from './engine-settings.ts'
import type { NeuralEngine } from './sherpa.ts'

/** Of text at once: the models cut longer ones in the middle of a word. */
export const maxCharacters = 350

export type SpeakerParameters = { spool: string; settings: EngineSettings }

export type SpeakWish = {
  /** By which it can be stopped. */
  number: number
  /** For the failure. */
  voice: string
  spoken: readonly SpokenPart[]
  speaker: number
  rate: number
  /** For the families that ask for one. */
  language: string | null
}

export type LoadedModel = { sampleRate: number; speakers: number }

/** The model is loaded by `load` or the first segment, and kept. */
export function createSpeaker(
  { spool, settings }: SpeakerParameters,
  loadEngine: (settings: EngineSettings) => Promise<NeuralEngine>,
) {
  let engine: Promise<NeuralEngine> | null = null
  const underWay = new Map<number, { isStopped: boolean }>()

  const loaded = async (voice: string): Promise<NeuralEngine> => {
    try {
      return await (engine ??= loadEngine(settings))
    } catch (error) {
      engine = null
      if (error instanceof FailureError) throw error
      throw fail('voice-damaged', { voice, reason: 'the engine refuses the model' }, String(error))
    }
  }

  return {
    async load({ voice }: { voice: string }): Promise<LoadedModel> {
      const { sampleRate, speakers } = await loaded(voice)
      return { sampleRate, speakers }
    },
    async speak(wish: SpeakWish): Promise<{ file: string }> {
      const state = { isStopped: false }
      underWay.set(wish.number, state)
      const isStopped = () => state.isStopped
      try {
        const model = await loaded(wish.voice)
        const sound = createSoundBuffer()
        for (const utterance of splitSpoken(wish.spoken, maxCharacters).flatMap(utterancesOf)) {
          if (isStopped()) throw abortError()
          if ('pauseMs' in utterance) {
            sound.pause(Math.round((utterance.pauseMs * model.sampleRate) / 1000))
            continue
          }
          const text = cleanText(utterance.text)
          if (isSpeakable(text)) sound.append(toIntegers(await model.speak(text, wish, isStopped)))
        }
        if (isStopped()) throw abortError()
        return { file: writeSound(spool, model.sampleRate, sound.samples) }
      } catch (error) {
        if (isStopped()) throw abortError()
        if (error instanceof FailureError) throw error
        throw fail('voice-failed', { voice: wish.voice }, String(error))
      } finally {
        underWay.delete(wish.number)
      }
    },
    stop({ number }: { number: number }): void {
      const state = underWay.get(number)
      if (state) state.isStopped = true
    },
  }
}

/** NUL would end the text; other control characters and `|`, which some models read, say nothing. */
const cleanText = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- control characters are what this is about
    .replace(/[\u0000-\u001f\u007f-\u009f|]+/g, ' ')
    .trim()

/** Full scale is 1; what is no number is silence. */
function toIntegers(samples: Float32Array): Int16Array {
  const integers = new Int16Array(samples.length)
  for (const [index, sample] of samples.entries())
    integers[index] = Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_767)))
  return integers
}
