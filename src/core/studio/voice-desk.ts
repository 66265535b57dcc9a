// All voices of all providers, and which of them a book starts with.
import type { Project, Voice, VoiceId } from '../../contract/index.ts'
import { fail } from '../base/failure-error.ts'
import type { VoiceProvider } from '../ports.ts'

/** Spoken when nothing fits the book's language better. */
const fallbackVoice: VoiceId = 'espeak:gmw/en-US'

export type VoiceDesk = {
  list(): Promise<Voice[]>
  /** Fails with `voice-unknown`. */
  find(id: VoiceId): Promise<{ voice: Voice; provider: VoiceProvider }>
  /** The endpoint of a voice, for recipes; also for a voice that is not there any more. */
  endpointOf(id: VoiceId): string
  /** The voice a new book of this language gets. */
  initialFor(language: string): Promise<VoiceId>
}

/** Lists are asked for once and kept for the life of the studio. */
export function createVoiceDesk(
  providers: readonly VoiceProvider[],
  signal: AbortSignal,
): VoiceDesk {
  let all: Promise<Voice[]> | null = null
  const list = () =>
    (all ??= Promise.all(providers.map((provider) => provider.voices(signal))).then((lists) =>
      lists.flat(),
    ))
  const providerOf = (id: VoiceId) => providers.find(({ name }) => id.startsWith(`${name}:`))

  return {
    list,
    async find(id) {
      const voice = (await list()).find((candidate) => candidate.id === id)
      const provider = providerOf(id)
      if (!voice || !provider) throw fail('voice-unknown', { voice: id })
      return { voice, provider }
    },
    endpointOf(id) {
      const provider = providerOf(id)
      return provider?.endpointOf?.(id) ?? provider?.endpointId ?? 'gone'
    },
    async initialFor(language) {
      const voices = await list()
      const base = language.toLowerCase().split('-')[0] ?? ''
      const speaks = (voice: Voice, tag: string) =>
        voice.languages.some((candidate) => candidate.toLowerCase() === tag)
      const first = voices.find(({ id }) => id === fallbackVoice)
      const plain = ['', 'und', 'en', 'en-us'].includes(language.toLowerCase())
      if (plain) return (first ?? voices[0])?.id ?? fallbackVoice
      const match =
        voices.find((voice) => speaks(voice, language.toLowerCase())) ??
        voices.find((voice) => speaks(voice, base)) ??
        voices.find((voice) =>
          voice.languages.some((tag) => tag.toLowerCase().startsWith(`${base}-`)),
        )
      return match?.id ?? fallbackVoice
    },
  }
}

/** The voice a segment is spoken with. One place, so that a cast can come in here. */
export const voiceOf = (project: Project): VoiceId => project.voice
