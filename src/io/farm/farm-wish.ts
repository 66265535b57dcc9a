// What a studio asks of the farm: a sound, as its voice would be asked for it here.
import type { Haste } from '../../core/ports/speech.ts'
import type { SpeakJob } from './protocol.ts'

export type FarmWish = {
  queue: string
  /** Of the voice, as its recipe has it. */
  endpointId: string
  /** Equal for equal wishes, on every machine. */
  jobId: string
  job: SpeakJob
  haste: () => Haste
}
