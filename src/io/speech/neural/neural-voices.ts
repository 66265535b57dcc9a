// Neural voices on disk behind the VoiceProvider port, and the library they come from.
import { canonicalJson } from '../../../core/base/digest.ts'
import { fail, FailureError } from '../../../core/base/failure-error.ts'
import { abortError } from '../../../core/base/scope.ts'
import { untilAborted } from '../../../core/base/until-aborted.ts'
import type { SpeechRequest, VoiceProvider } from '../../../core/ports/speech.ts'
import type { ExecutionProvider } from './engine-settings.ts'
import { createModelCrew, type ModelCrewOptions } from './model-crew.ts'
import { segmentsAtOnce } from './model-process.ts'
import { speakerOf, voicesOf } from './speaker-voices.ts'
import { createSpeechData } from './speech-data.ts'
import { createVoiceLibrary, type VoiceLibrary } from './voice-library.ts'
import { voiceOffers, type OfferedVoice } from './voice-offers.ts'
import type { VoiceRecord } from './voice-record.ts'

/** The engine, with the version of its package; a test holds it to what is installed. */
export const neuralEngine = 'sherpa-onnx@1.13.8'

export type NeuralVoicesOptions = Omit<ModelCrewOptions, 'speechData' | 'executionProvider'> & {
  /** Absolute path of the folder of voices. */
  root: string
  offers?: readonly OfferedVoice[]
  /** False beside whoever has the library open; absent: it is ours. */
  isOurs?: boolean
  executionProvider?: () => ExecutionProvider
}

export type NeuralVoicesOnDisk = {
  provider: VoiceProvider
  library: VoiceLibrary
  /** For the memory probe: the processes that run. */
  readonly pids: number[]
  /** Ends every process. Calls under way fail as cancelled, and so does every later one. */
  close(): Promise<void>
}

/** A model's process is started by the first segment; listing voices starts nothing. */
export function createNeuralVoices(options: NeuralVoicesOptions): NeuralVoicesOnDisk {
  const { root, clock, offers = voiceOffers, executionProvider = () => 'cpu' as const } = options
  const { isOurs = true } = options
  const speechData = createSpeechData(root)
  const crew = createModelCrew({ ...options, executionProvider, speechData: speechData.folder })
  const library = createVoiceLibrary({
    root,
    clock,
    offers,
    isOurs,
    tryVoice: (voice) => crew.try(voice),
    onRemoving: (id) => crew.drop(id),
  })
  let isClosed = false

  const modelOf = (record: VoiceRecord) =>
    crew.of(
      record.id,
      {
        family: record.family,
        folder: library.folderOf(record.id),
        files: record.files,
        scales: record.scales,
        speechData: null,
        needsSpeechData: record.needsSpeechData,
        language: record.languages[0] ?? 'en',
      },
      (reason) => library.markDamaged(record.id, reason),
    )

  const speak = async ({ voice, spoken, rate }: SpeechRequest, signal: AbortSignal) => {
    const { id, speaker } = speakerOf(voice.name)
    const record = library.record(id)
    if (!record || !voicesOf(record).some((each) => each.id === voice.id))
      throw fail('voice-unknown', { voice: voice.id })
    if (isClosed || signal.aborted) throw abortError()
    const model = modelOf(record)
    const language = record.family === 'supertonic' ? (record.languages[0] ?? 'en') : null
    const wish = { voice: voice.id, spoken, speaker, rate, language }
    const work = async () => {
      if (isClosed || signal.aborted) throw abortError()
      // Crashes of loading never come out of here as crashes: they are not this segment's fault. Loading
      // goes on for whoever comes next.
      await untilAborted(model.ready(), signal)
      const sound = await model.process.speak(wish, signal)
      model.isSound()
      return sound
    }
    return model.quarantine.run(canonicalJson(wish), work, () =>
      fail('voice-failed', { voice: voice.id }, 'the process ended each time it spoke this'),
    )
  }

  return {
    provider: {
      name: 'neural',
      label: 'Neural voices',
      endpointId: neuralEngine,
      endpoints: ['neural'],
      endpointOf(voice) {
        const record = library.record(speakerOf(voice.slice('neural:'.length)).id)
        return record ? `${neuralEngine}/${record.digest.slice(0, 32)}` : 'gone'
      },
      capabilities: {
        kind: 'neural',
        // The child cuts what is longer than its models bear, and makes the pauses.
        maxCharacters: Infinity,
        pauses: true,
        price: null,
        requestsPerMinute: null,
        charactersPerMinute: null,
        lanes: { start: segmentsAtOnce, max: segmentsAtOnce },
        // The models roll dice; equal wishes differ in their breath.
        deterministic: false,
        offline: true,
        normalizesText: false,
      },
      voices: async () => library.ready().flatMap(voicesOf),
      async speak(request, signal) {
        try {
          return await speak(request, signal)
        } catch (error) {
          throw named(error, request.voice.id)
        }
      },
      rest: async () => crew.rest(),
    },
    library,
    get pids() {
      return crew.pids
    },
    async close() {
      isClosed = true
      await crew.close()
    },
  }
}

/** Failures name the voice that was asked for, not the model alone. */
function named(error: unknown, voice: string): unknown {
  if (!(error instanceof FailureError) || error.failure.params['voice'] === undefined) return error
  const { code, params, detail } = error.failure
  return fail(code, { ...params, voice }, detail)
}
