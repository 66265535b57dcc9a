// How fast each voice speaks on this machine, learnt while the queue narrates.
import type { VoiceId } from '../../../contract/index.ts'
import type { Clock } from '../../base/scope.ts'
import type { Meter } from '../watch/meter.ts'

/** Before so much was spoken in a row, a pace tells more of luck than of the voice. */
const leastSegments = 5
const leastMs = 5000

export type QueuePace = {
  /** This voice speaks now; null: none does. Called about once a second while it does. */
  listen(voice: VoiceId | null): void
  /** Seconds of sound in a second; null while it is not known. */
  of(voice: VoiceId): number | null
  known(): Record<VoiceId, number>
}

export function createQueuePace(
  clock: Clock,
  meter: Pick<Meter, 'read'>,
  known: Readonly<Record<VoiceId, number>>,
): QueuePace {
  const paces = new Map<VoiceId, number>(Object.entries(known))
  let heard: { voice: VoiceId; at: number; spoken: number } | null = null
  return {
    listen(voice) {
      if (voice === null) return void (heard = null)
      const { spoken, realTimeFactor } = meter.read()
      const at = clock.monotonic()
      if (heard?.voice !== voice) return void (heard = { voice, at, spoken })
      if (at - heard.at < leastMs || spoken - heard.spoken < leastSegments) return
      if (realTimeFactor > 0) paces.set(voice, realTimeFactor)
    },
    of: (voice) => paces.get(voice) ?? null,
    known: () => Object.fromEntries(paces),
  }
}
