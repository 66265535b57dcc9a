// The voice of a narration and its source's schedule: found again when the source has been replaced.
import type { Voice, VoiceId } from '../../contract/index.ts'
import type { VoiceProvider } from '../ports/speech.ts'
import type { Dispatcher } from '../speech/dispatcher.ts'
import type { RunningJob } from './job-registry.ts'
import { createOutage, type Outage } from './outage.ts'
import type { StudioParts } from './studio-parts.ts'

export type VoiceInUse = {
  readonly provider: VoiceProvider
  readonly voice: Voice
  readonly dispatcher: Dispatcher
  readonly outage: Outage
  /** As recipes have it. */
  readonly endpointId: string
  /** False for ever once the person has changed or removed the source. */
  readonly isCurrent: boolean
  /** Listens no more. */
  leave(): void
}

/** `onLanes` is told whenever lanes or source change, and once now. Fails as `VoiceDesk.find`. */
export async function takeUpVoice(
  parts: StudioParts,
  running: RunningJob,
  voiceId: VoiceId,
  onLanes: (using: VoiceInUse) => void,
): Promise<VoiceInUse> {
  const { provider, voice } = await parts.voices.find(voiceId)
  const endpointId = parts.voices.endpointOf(voice.id)
  const dispatcher = await parts.dispatchers.of(provider)
  running.signal.throwIfAborted()
  const outage = createOutage(parts.context, running, provider, dispatcher)
  const follow = () => onLanes(using)
  const stops = [
    dispatcher.onLanes(follow),
    // Whoever waits for room at a source that is gone must look again.
    parts.context.sources.onChange(() => {
      if (!using.isCurrent) follow()
    }),
    // A person wants it to go on now, whatever it waits for.
    running.onResume(() => {
      dispatcher.tryNow()
      outage.goOn()
    }),
    outage.leave,
  ]
  const forget = running.scope.own(() => using.leave())
  const using: VoiceInUse = {
    provider,
    voice,
    dispatcher,
    outage,
    endpointId,
    get isCurrent() {
      return parts.context.sources.all().includes(provider)
    },
    leave() {
      forget()
      for (const stop of stops) stop()
    },
  }
  follow()
  return using
}
