// The voices and their sources, fetched when they are first wanted, and how they are found again.
import {
  primaryOf,
  type Failure,
  type Voice,
  type VoiceId,
  type VoiceKind,
  type VoiceSource,
} from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { createLatestAnswer } from './latest-answer.ts'
import { createStore, type Readable } from '../client/store.ts'
import { textSearch } from './text-search.ts'

export type Voices = {
  state: 'loading' | 'ready' | 'failed'
  voices: readonly Voice[]
  sources: readonly VoiceSource[]
  failure: Failure | null
  /** Whether every source is being asked just now. */
  refreshing: boolean
}

export type VoicesMirror = Readable<Voices> & {
  /** Fetches the list again; `fresh`: from the sources themselves, whatever is remembered. */
  refresh(fresh: boolean): Promise<void>
}

export function mirrorVoices(connection: Connection): VoicesMirror {
  const store = createStore<Voices>({
    state: 'loading',
    voices: [],
    sources: [],
    failure: null,
    refreshing: false,
  })
  const latest = createLatestAnswer()
  const refresh = async (fresh: boolean) => {
    if (fresh) store.update((now) => ({ ...now, refreshing: true }))
    const reply = await latest(connection.call('voice.list', fresh ? { fresh } : {}))
    if (reply === null) return
    store.update((now) =>
      reply.ok
        ? { state: 'ready', ...reply.value, failure: null, refreshing: false }
        : now.state === 'ready'
          ? { ...now, refreshing: false }
          : { ...now, state: 'failed', failure: reply.failure, refreshing: false },
    )
  }
  connection.onOpen(() => void refresh(false))
  connection.on('voices.changed', () => void refresh(false))
  return { get: store.get, subscribe: store.subscribe, refresh }
}

/** The source that a voice belongs to; undefined while the list is not here or when it is gone. */
export const sourceOf = (
  sources: readonly VoiceSource[],
  voice: VoiceId,
): VoiceSource | undefined => sources.find(({ name }) => voice.startsWith(`${name}:`))

/** Whether speaking with a voice costs money. */
export const isPaid = ({ sources }: Pick<Voices, 'sources'>, voice: VoiceId): boolean =>
  sourceOf(sources, voice)?.paid === true

/** What a voice is called; by its own name while the list is not here, or when it is gone. */
export const labelOf = (voices: readonly Voice[], id: VoiceId): string =>
  voices.find((voice) => voice.id === id)?.label ?? id.slice(id.indexOf(':') + 1)

/**
 * Voices that may stand in for the one of a book: those that speak its language or may do so, else all,
 * and in any case the one that is allowed already.
 */
export function standIns(
  { voices, sources }: Pick<Voices, 'voices' | 'sources'>,
  book: { language: string; voice: VoiceId; fallbackVoice: VoiceId | null },
): Voice[] {
  const wish = { search: '', kind: null, bookLanguage: book.language, nameOf: (tag: string) => tag }
  const groups = findVoices(voices, sources, wish)
  const fitting = groups.filter(({ language }) =>
    [primaryOf(book.language), 'und'].includes(language),
  )
  const found = (fitting.length > 0 ? fitting : groups).flatMap((group) => group.voices)
  const allowed = voices.find(({ id }) => id === book.fallbackVoice)
  const all = allowed && !found.includes(allowed) ? [allowed, ...found] : found
  return all.filter(({ id }) => id !== book.voice)
}

/** The kinds that have a source, as chips stand: what people stay for comes first. */
export const kindsOf = (sources: readonly VoiceSource[]): VoiceKind[] =>
  kindOrder.filter((kind) => sources.some((source) => source.kind === kind))
const kindOrder: readonly VoiceKind[] = ['server', 'neural', 'system', 'embedded']

export type VoiceGroup = { language: string; voices: Voice[] }

export type VoiceWish = {
  search: string
  kind: VoiceKind | null
  bookLanguage: string
  /** A language's name for people. */
  nameOf: (tag: string) => string
}

/**
 * Voices that match every word of the search, in groups by language: the book's own language first,
 * then those of unknown language, then by the languages' names. In a group draft voices come last.
 */
export function findVoices(
  voices: readonly Voice[],
  sources: readonly VoiceSource[],
  { search, kind, bookLanguage, nameOf }: VoiceWish,
): VoiceGroup[] {
  const fits = textSearch(search)
  const labels = new Map(sources.map(({ name, label }) => [name, label]))
  const own = primaryOf(bookLanguage)
  const groups = new Map<string, Voice[]>()
  for (const voice of voices) {
    if (kind !== null && voice.kind !== kind) continue
    const tags = voice.languages.map(primaryOf)
    // Whoever speaks the book's language among others stands with it.
    const tag = tags.includes(own) ? own : (tags[0] ?? 'und')
    const source = labels.get(voice.provider) ?? ''
    const text = [
      voice.label,
      voice.name,
      voice.provider,
      source,
      voice.gender,
      ...(tags.length === 0 ? [nameOf('und')] : tags.map(nameOf)),
    ]
    if (!fits(text.join(' '))) continue
    const group = groups.get(tag)
    if (group === undefined) groups.set(tag, [voice])
    else group.push(voice)
  }
  const rank = (language: string) => (language === own ? 0 : language === 'und' ? 1 : 2)
  return [...groups]
    .map(([language, found]) => ({
      language,
      voices: found.sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind)),
    }))
    .sort(
      (a, b) =>
        rank(a.language) - rank(b.language) || nameOf(a.language).localeCompare(nameOf(b.language)),
    )
}

export type VoiceLine =
  | { kind: 'language'; language: string }
  | { kind: 'voice'; voice: Voice; position: number }

/** The groups as lines of one list, so that only those in view need be drawn. */
export function voiceLines(groups: readonly VoiceGroup[]): VoiceLine[] {
  let position = 0
  return groups.flatMap(({ language, voices }) => [
    { kind: 'language' as const, language },
    ...voices.map((voice) => ({ kind: 'voice' as const, voice, position: (position += 1) })),
  ])
}
