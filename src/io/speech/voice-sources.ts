// Every source of voices that this machine has, in one list.
import type { VoiceProvider, VoiceSources } from '../../core/ports/speech.ts'

/** Gathers the providers anew each time: servers and neural voices come and go. `changed` tells of it. */
export function createVoiceSources(
  lists: readonly (() => readonly VoiceProvider[])[],
): VoiceSources & { changed(): void } {
  const listeners = new Set<() => void>()
  return {
    all: () => lists.flatMap((list) => list()),
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    changed() {
      for (const listener of listeners) listener()
    },
  }
}
