// One lane: speaks one segment after another in its thread, each into a file of the spool.
import type { SpokenPart } from '../../contract/index.ts'
import { fail, FailureError } from '../../core/base/failure-error.ts'
import { abortError } from '../../core/base/scope.ts'
import type { EmbeddedName } from './embedded-name.ts'
import { createSoundBuffer } from './sound-buffer.ts'
import { speakParts } from './speak-parts.ts'
import type { VoiceEngine } from './voice-engine.ts'
import { writeSound } from './write-sound.ts'

export type LaneParameters = {
  /** Absolute path of the folder. */
  spool: string
  /** Number of the call that is no longer wanted; shared, because the thread does not listen while it speaks. */
  cancelled: Int32Array<SharedArrayBuffer>
}

export type LaneRequest = {
  /** Above zero, other than the call's before. */
  number: number
  provider: EmbeddedName
  voice: string
  rate: number
  spoken: readonly SpokenPart[]
}

/** Engines are loaded when they are first needed and kept. */
export function createLane(
  { spool, cancelled }: LaneParameters,
  load: (provider: EmbeddedName) => Promise<VoiceEngine>,
): { speak(request: LaneRequest): Promise<{ file: string }> } {
  const sound = createSoundBuffer()
  const engines = new Map<EmbeddedName, VoiceEngine>()
  return {
    async speak(request) {
      const isCancelled = () => Atomics.load(cancelled, 0) === request.number
      const engine = engines.get(request.provider) ?? (await load(request.provider))
      engines.set(request.provider, engine)
      sound.clear()
      try {
        speakParts(engine, request, sound, isCancelled)
      } catch (error) {
        // What an engine is after it has broken, nobody knows: the next segment gets a new one.
        engines.delete(request.provider)
        if (error instanceof FailureError) throw error
        const voice = `${request.provider}:${request.voice}`
        throw fail('voice-failed', { voice }, String((error as Error).stack ?? error))
      }
      if (isCancelled()) throw abortError()
      return { file: writeSound(spool, engine.sampleRate(request.voice), sound.samples) }
    },
  }
}
