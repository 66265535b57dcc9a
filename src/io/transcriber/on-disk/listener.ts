// The far side of a listener on the disk: holds one model, decodes sounds and hears them piece by piece.
import { fail, FailureError } from '../../../core/base/failure-error.ts'
import { joinSamples } from '../../../core/audio/join-samples.ts'
import type { TimedWord } from '../../../core/ports/transcribers.ts'
import type { Sound } from '../../codecs/codec-engine.ts'
import { cutAtSilence } from './cut-at-silence.ts'
import type { RecogniserSettings } from './recogniser-settings.ts'
import { wordsOf, type Recognised } from './token-words.ts'

/** One that is loaded: hears samples of full scale 1 at any rate. */
export type Recogniser = {
  hear(samples: Float32Array, sampleRate: number): Promise<Recognised>
}

export type ListenerParameters = {
  /** For failures. */
  name: string
  settings: RecogniserSettings
  longestSeconds: number
}

/** Null: a second of silence, by which a model shows that it works. */
export type HearWish = { flac: Uint8Array | null }
export type HeardSound = { text: string; words?: TimedWord[] }

type Engines = {
  load(settings: RecogniserSettings): Promise<Recogniser>
  /** Null where the sound is damaged. */
  decode(flac: Uint8Array): Promise<Sound | null>
}

/** So much silence is put before and behind each piece: some models miss a word that begins at once. */
const silenceSeconds = 0.1

/** The model is loaded by `load`, which comes first, and kept. */
export function createListener(
  { name, settings, longestSeconds }: ListenerParameters,
  { load, decode }: Engines,
) {
  let recogniser: Promise<Recogniser> | null = null
  const loaded = async (): Promise<Recogniser> => {
    try {
      return await (recogniser ??= load(settings))
    } catch (error) {
      recogniser = null
      if (error instanceof FailureError) throw error
      const reason = 'the engine refuses the model'
      throw fail('listener-damaged', { name, reason }, String(error))
    }
  }
  const hear = async ({ samples, sampleRate }: Sound): Promise<HeardSound> => {
    const model = await loaded()
    const quiet = new Int16Array(Math.round(silenceSeconds * sampleRate))
    const texts: string[] = []
    const words: TimedWord[] = []
    let timesAll = true
    for (const { from, to } of cutAtSilence(samples, sampleRate, longestSeconds)) {
      const piece = joinSamples([quiet, samples.subarray(from, to), quiet])
      const heard = await model.hear(
        Float32Array.from(piece, (sample) => sample / 32_768),
        sampleRate,
      )
      texts.push(heard.text.trim())
      const said = wordsOf(
        { ...heard, timestamps: heard.timestamps.map((at) => Math.max(0, at - silenceSeconds)) },
        { from: from / sampleRate, to: to / sampleRate },
      )
      if (said === null) timesAll = false
      else words.push(...said)
    }
    const text = texts.filter((each) => each !== '').join(' ')
    return { text, ...(timesAll && { words }) }
  }
  return {
    load: async (): Promise<null> => {
      await loaded()
      return null
    },
    async hear({ flac }: HearWish): Promise<HeardSound> {
      try {
        const sound = flac
          ? await decode(flac)
          : { samples: new Int16Array(16_000), sampleRate: 16_000 }
        if (!sound) throw fail('listener-failed', { name }, 'the sound cannot be decoded')
        return await hear(sound)
      } catch (error) {
        if (error instanceof FailureError) throw error
        throw fail('listener-failed', { name }, String(error))
      }
    },
  }
}
