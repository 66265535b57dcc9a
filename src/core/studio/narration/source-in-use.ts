// A source of voices that a narration speaks by: its schedule, and whether it is still there.
import type { VoiceId } from '../../../contract/index.ts'
import type { VoiceProvider } from '../../ports/speech.ts'
import type { Dispatcher } from '../../dispatch/dispatcher.ts'
import type { RunningJob } from '../job-registry.ts'
import { createOutage, type Outage } from './outage.ts'
import type { StudioParts } from '../studio-parts.ts'

export type SourceInUse = {
  readonly provider: VoiceProvider
  readonly dispatcher: Dispatcher
  readonly outage: Outage
  /** False for ever once the person has changed or removed the source. */
  readonly isCurrent: boolean
}

export type SourcesInUse = {
  /** The source of a voice, taken up where it is not yet. Fails as `VoiceDesk.find`. */
  of(voice: VoiceId): Promise<SourceInUse>
  all(): readonly SourceInUse[]
  /** Whether there is one, and none was changed or removed. */
  readonly areCurrent: boolean
  /** Leaves those that are gone; whoever needs their voices takes up what is there now. */
  dropGone(): void
  /** Resolves when one of them could be asked at once, or none is left; rejects when the job is cancelled. */
  whenRoom(): Promise<void>
}

/** For one narration. `onLanes` is told whenever lanes or sources change. */
export function createSourcesInUse(
  parts: StudioParts,
  running: RunningJob,
  onLanes: () => void,
): SourcesInUse {
  const inUse = new Map<VoiceProvider, SourceInUse & { leave(): void }>()
  const isThere = (provider: VoiceProvider) => parts.context.sources.all().includes(provider)

  const takeUp = async (provider: VoiceProvider) => {
    const dispatcher = await parts.dispatchers.of(provider)
    running.signal.throwIfAborted()
    const known = inUse.get(provider)
    if (known) return known
    const outage = createOutage(parts.context, running, provider, dispatcher)
    const follow = () => {
      outage.follow()
      onLanes()
    }
    const stops = [
      dispatcher.onLanes(follow),
      // Whoever waits for room at a source that is gone must look again, and why it has none may be another reason.
      parts.context.sources.onChange(follow),
      // A person wants it to go on now, whatever it waits for.
      running.onResume(() => {
        dispatcher.tryNow()
        outage.goOn()
      }),
      outage.leave,
    ]
    const forget = running.scope.own(() => source.leave())
    const source = {
      ...{ provider, dispatcher, outage },
      get isCurrent() {
        return isThere(provider)
      },
      leave() {
        forget()
        for (const stop of stops) stop()
      },
    }
    inUse.set(provider, source)
    follow()
    return source
  }

  return {
    async of(voice) {
      const { provider } = await parts.voices.find(voice)
      return inUse.get(provider) ?? takeUp(provider)
    },
    all: () => [...inUse.values()],
    get areCurrent() {
      return inUse.size > 0 && [...inUse.values()].every(({ isCurrent }) => isCurrent)
    },
    dropGone() {
      for (const [provider, source] of inUse) {
        if (source.isCurrent) continue
        source.leave()
        inUse.delete(provider)
      }
    },
    async whenRoom() {
      // Whoever has room first ends the waiting for the others.
      const enough = new AbortController()
      const signal = AbortSignal.any([running.signal, enough.signal])
      const waitFor = async ({ dispatcher, isCurrent }: SourceInUse) => {
        // One that is gone is for whoever called to see.
        if (isCurrent) await dispatcher.whenRoom(signal)
      }
      const sources = [...inUse.values()]
      if (sources.length === 0) return
      try {
        await Promise.race(
          sources.map((source) =>
            waitFor(source).catch((error: unknown) => {
              if (source.isCurrent && !enough.signal.aborted) throw error
            }),
          ),
        )
      } finally {
        enough.abort()
      }
    },
  }
}
