// The voices, fetched when they are first wanted, and how they are found again.
import type { Failure, Voice } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { createStore, type Readable } from './store.ts'

export type Voices = {
  state: 'loading' | 'ready' | 'failed'
  voices: readonly Voice[]
  failure: Failure | null
}

export function mirrorVoices(connection: Connection): Readable<Voices> {
  const store = createStore<Voices>({ state: 'loading', voices: [], failure: null })
  connection.onOpen(() => {
    if (store.get().state === 'ready') return
    void connection.call('voice.list', {}).then((reply) => {
      store.set(
        reply.ok
          ? { state: 'ready', voices: reply.value.voices, failure: null }
          : { state: 'failed', voices: [], failure: reply.failure },
      )
    })
  })
  return store
}

export type VoiceGroup = { language: string; voices: Voice[] }

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag

/**
 * Voices that match every word of the search, in groups by language: the book's own language first,
 * then by the languages' names. `nameOf` gives a language's name for people.
 */
export function findVoices(
  voices: readonly Voice[],
  search: string,
  bookLanguage: string,
  nameOf: (tag: string) => string,
): VoiceGroup[] {
  const terms = search.toLowerCase().split(/\s+/).filter(Boolean)
  const groups = new Map<string, Voice[]>()
  for (const voice of voices) {
    const tag = primary(voice.languages[0] ?? 'und')
    const text = [voice.label, voice.name, voice.provider, voice.gender, nameOf(tag)]
      .join(' ')
      .toLowerCase()
    if (!terms.every((term) => text.includes(term))) continue
    groups.set(tag, [...(groups.get(tag) ?? []), voice])
  }
  const own = primary(bookLanguage)
  return [...groups]
    .map(([language, found]) => ({ language, voices: found }))
    .sort(
      (a, b) =>
        Number(b.language === own) - Number(a.language === own) ||
        nameOf(a.language).localeCompare(nameOf(b.language)),
    )
}
