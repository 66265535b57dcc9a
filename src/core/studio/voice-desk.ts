// All voices of all providers, and which of them a book starts with.
import type { Project, Voice, VoiceId, VoiceSource } from '../../contract/index.ts'
import { fail, failureOf } from '../base/failure-error.ts'
import type { VoiceProvider } from '../ports/speech.ts'
import type { StudioContext } from './studio-context.ts'

/** Spoken when nothing fits the book's language better. */
const fallbackVoice: VoiceId = 'espeak:gmw/en-US'

/** Nobody waits longer for one source's list; it is there the next time. */
const patienceMs = 3000

export type VoiceList = { voices: Voice[]; sources: VoiceSource[] }

export type VoiceDesk = {
  /** Never fails for a source that does: it is named with its failure, and the others are listed. */
  list(fresh?: boolean): Promise<VoiceList>
  /** Fails with `voice-unknown`, and with what keeps the voice's source from being listed. */
  find(id: VoiceId): Promise<{ voice: Voice; provider: VoiceProvider }>
  /** The endpoint of a voice, for recipes; also for a voice that is not there any more. */
  endpointOf(id: VoiceId): string
  /** Whether the voice reads numbers and short forms itself, and gets the text as it is written. */
  normalizesText(id: VoiceId): boolean
  /** The voice a new book of this language gets: one that costs nothing and asks nobody. */
  initialFor(language: string): Promise<VoiceId>
}

/** Keeps the last list of each provider until the sources change. */
export function createVoiceDesk(
  context: Pick<StudioContext, 'sources' | 'clock' | 'scope' | 'log'>,
): VoiceDesk {
  const { sources, clock, scope, log } = context
  let kept = new Map<VoiceProvider, readonly Voice[]>()
  scope.own(sources.onChange(() => (kept = new Map())))

  const ask = async (provider: VoiceProvider, fresh: boolean): Promise<readonly Voice[]> => {
    const into = kept
    const voices = await provider.voices(scope.signal, { fresh })
    into.set(provider, voices)
    return voices
  }
  /** Undefined when patience has run out. */
  const patiently = <T>(work: Promise<T>): Promise<T | undefined> =>
    new Promise((resolve, reject) => {
      const stop = scope.after(clock, patienceMs, () => resolve(undefined))
      work.then(resolve, reject).finally(stop)
    })

  const listOne = async (provider: VoiceProvider, fresh: boolean) => {
    const { name, label, capabilities } = provider
    const source = { name, label, kind: capabilities.kind, paid: capabilities.price !== null }
    const before = kept.get(provider) ?? []
    try {
      const voices = (await patiently(ask(provider, fresh))) ?? before
      return { voices, source: { ...source, ageSeconds: provider.voicesAge?.() ?? null } }
    } catch (error) {
      const failure = failureOf(error)
      log.debug('a source of voices cannot be listed', { name, failure })
      return { voices: before, source: { ...source, ageSeconds: null, failure } }
    }
  }
  const providerOf = (id: VoiceId) => sources.all().find(({ name }) => id.startsWith(`${name}:`))

  return {
    async list(fresh = false) {
      const lists = await Promise.all(sources.all().map((provider) => listOne(provider, fresh)))
      return {
        voices: lists.flatMap(({ voices }) => voices),
        sources: lists.map(({ source }) => source),
      }
    },
    async find(id) {
      const provider = providerOf(id)
      if (!provider) throw fail('voice-unknown', { voice: id })
      const named = (voices: readonly Voice[] | undefined) => voices?.find((each) => each.id === id)
      const voice = named(kept.get(provider)) ?? named(await ask(provider, false))
      if (!voice) throw fail('voice-unknown', { voice: id })
      return { voice, provider }
    },
    normalizesText: (id) => providerOf(id)?.capabilities.normalizesText ?? false,
    endpointOf(id) {
      const provider = providerOf(id)
      return provider?.endpointOf?.(id) ?? provider?.endpointId ?? 'gone'
    },
    async initialFor(language) {
      const here = sources
        .all()
        .filter(({ capabilities }) => capabilities.offline && capabilities.price === null)
      const lists = await Promise.all(here.map((provider) => listOne(provider, false)))
      const voices = lists.flatMap((list) => list.voices)
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
