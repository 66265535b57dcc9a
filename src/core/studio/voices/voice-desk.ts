// All voices of all providers, and which of them a book starts with.
import type {
  Project,
  Segment,
  Voice,
  VoiceId,
  VoiceKind,
  VoiceSource,
} from '../../../contract/index.ts'
import { fail, failureOf } from '../../base/failure-error.ts'
import type { VoiceProvider } from '../../ports/speech.ts'
import { firstVoice, type SourceAtHand } from './first-voice.ts'
import type { StudioContext } from '../studio-context.ts'

/** Nobody waits longer for one source's list; it is there the next time. */
const patienceMs = 3000

export type VoiceList = { voices: Voice[]; sources: VoiceSource[] }

export type VoiceDesk = {
  /** Never fails for a source that does: it is named with its failure, and the others are listed. */
  list(fresh?: boolean): Promise<VoiceList>
  /** Fails with `voice-unknown`, and with what keeps the voice's source from being listed. */
  find(id: VoiceId): Promise<{ voice: Voice; provider: VoiceProvider }>
  /** The source that a voice's id names, whether or not it has such a voice. */
  providerOf(id: VoiceId): VoiceProvider | undefined
  /** The endpoint of a voice, for recipes; also for a voice that is not there any more. */
  endpointOf(id: VoiceId): string
  /** Whether the voice reads numbers and short forms itself, and gets the text as it is written. */
  normalizesText(id: VoiceId): boolean
  /**
   * The voice a new book of this language gets, by what is there now: see `firstVoice`. `disk`: only
   * what costs nothing, asks nobody and is a file of ours. Nobody waits longer than for the list.
   */
  initialFor(language: string, from?: 'anywhere' | 'disk'): Promise<VoiceId>
}

/** Keeps the last list of each provider until the sources change. */
export function createVoiceDesk(
  context: Pick<
    StudioContext,
    'sources' | 'servers' | 'clock' | 'scope' | 'log' | 'options' | 'measures'
  >,
): VoiceDesk {
  const { sources, clock, scope, log, measures } = context
  let kept = new Map<VoiceProvider, readonly Voice[]>()
  scope.own(sources.onChange(() => (kept = new Map())))

  const ask = async (provider: VoiceProvider, fresh: boolean): Promise<readonly Voice[]> => {
    const into = kept
    const voices = await measures.around('list-voices', provider.name, () =>
      provider.voices(scope.signal, { fresh }),
    )
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

  /** Empty where it does not answer now: nobody expects a book to wait for a server before it begins. */
  const atHand = async (provider: VoiceProvider): Promise<SourceAtHand> => {
    const { kind, price, speaksAnyLanguage = false } = provider.capabilities
    const source = { kind, paid: price !== null, speaksAnyLanguage }
    try {
      const voices = await patiently(ask(provider, kind === 'server'))
      return { ...source, voices: voices && !provider.isSilent?.() ? voices : [] }
    } catch (error) {
      log.debug('a source has no voice for a new book', {
        name: provider.name,
        failure: failureOf(error),
      })
      return { ...source, voices: [] }
    }
  }
  /** Servers that failed their last test, and paid ones that nobody has set up here or agreed to. */
  const unwanted = async (): Promise<ReadonlySet<string>> => {
    const names = (await context.servers.list())
      .filter(({ server, fixed, check }) => {
        const costsUnasked = server.price !== null && (fixed || context.options.unattended)
        return costsUnasked || (check?.failure && check.failure.retry !== 'later')
      })
      .map(({ server }) => server.id)
    return new Set(names)
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
    providerOf,
    normalizesText: (id) => providerOf(id)?.capabilities.normalizesText ?? false,
    endpointOf(id) {
      const provider = providerOf(id)
      return provider?.endpointOf?.(id) ?? provider?.endpointId ?? 'gone'
    },
    async initialFor(language, from = 'anywhere') {
      const left = from === 'disk' ? new Set<string>() : await unwanted()
      const asked = sources
        .all()
        .filter(({ name }) => !left.has(name))
        .filter(({ capabilities: { kind } }) => from === 'anywhere' || isOnDisk(kind))
      return firstVoice(language, await Promise.all(asked.map(atHand)))
    },
  }
}

const isOnDisk = (kind: VoiceKind): boolean => kind === 'neural' || kind === 'embedded'

/** The voice a segment is spoken with: its character's, or the book's own. */
export function voiceOf(
  { cast, voice }: Pick<Project, 'cast' | 'voice'>,
  segment?: Pick<Segment, 'manner'>,
): VoiceId {
  const speaker = segment?.manner?.speaker
  if (typeof speaker !== 'string') return voice
  return cast.find(({ id }) => id === speaker)?.voice ?? voice
}
