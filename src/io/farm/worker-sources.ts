// What a worker speaks with, as it announces it: every provider's voices, apart by what makes them.
import type { Voice, VoiceId } from '../../contract/index.ts'
import type { VoiceProvider } from '../../core/ports/speech.ts'
import type { AnnouncedSource } from './protocol.ts'

export type OfferedSource = {
  provider: VoiceProvider
  announced: AnnouncedSource
  voices: ReadonlyMap<VoiceId, Voice>
}

/** At a server that nothing is known of; `--lanes` says it better. */
const unknownLanes = 4

/** `wanted`: names of sources, or ids of voices; null: all. A source that does not answer now is left out. */
export async function offeredSources(
  providers: readonly VoiceProvider[],
  wanted: readonly string[] | null,
  lanes: number | null,
  signal: AbortSignal,
): Promise<OfferedSource[]> {
  const offered: OfferedSource[] = []
  for (const provider of providers) {
    const { name, label, capabilities } = provider
    if (capabilities.kind === 'system') continue
    const isWanted = ({ id }: Voice) =>
      wanted === null || wanted.includes(name) || wanted.includes(id)
    const voices = (await provider.voices(signal).catch(() => [])).filter(isWanted)
    const byEndpoint = new Map<string, Voice[]>()
    for (const voice of voices) {
      const endpointId = provider.endpointOf?.(voice.id) ?? provider.endpointId
      byEndpoint.set(endpointId, [...(byEndpoint.get(endpointId) ?? []), voice])
    }
    const { start } = capabilities.lanes
    for (const [endpointId, own] of byEndpoint)
      offered.push({
        provider,
        voices: new Map(own.map((voice) => [voice.id, voice])),
        announced: {
          ...{ provider: name, label, endpointId, voices: own },
          lanes: lanes ?? (start > 0 ? start : unknownLanes),
          capabilities: {
            ...{ kind: capabilities.kind, price: capabilities.price },
            maxCharacters: Number.isFinite(capabilities.maxCharacters)
              ? capabilities.maxCharacters
              : null,
            ...{ pauses: capabilities.pauses, deterministic: capabilities.deterministic },
            normalizesText: capabilities.normalizesText,
            ipa: capabilities.ipa ?? false,
            styles: capabilities.styles ?? false,
            speaksAnyLanguage: capabilities.speaksAnyLanguage ?? false,
          },
        },
      })
  }
  return offered
}
