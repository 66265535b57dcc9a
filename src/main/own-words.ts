// What this door says itself, outside of the page, in the language of the studio.
import { desktopWords } from '../contract/messages/english-desktop.ts'
import { exportWords } from '../contract/messages/english-export.ts'
import { keyWords } from '../contract/messages/english-keys.ts'
import { workNews } from '../contract/messages/english-queue.ts'
import { failureSentences } from '../contract/messages/english-failures.ts'
import { germanDesktop } from '../contract/messages/german-desktop.ts'
import { germanExport } from '../contract/messages/german-export.ts'
import { germanKeys } from '../contract/messages/german-keys.ts'
import { germanWorkNews } from '../contract/messages/german-queue.ts'
import { germanMessages } from '../contract/messages/german.ts'
import { chosenLanguage, type Language } from '../contract/messages/language.ts'
import type { Studio } from '../core/studio/studio.ts'

const english = {
  ...desktopWords,
  deeds: keyWords.deeds,
  groups: keyWords.groups,
  formats: exportWords.formats,
  news: workNews,
  failures: failureSentences,
}
export type OwnWords = typeof english

const catalogues: Record<Language, OwnWords> = {
  en: english,
  de: {
    ...germanDesktop,
    deeds: germanKeys.deeds,
    groups: germanKeys.groups,
    formats: germanExport.formats,
    news: germanWorkNews,
    failures: germanMessages.failureSentences,
  },
}

/**
 * `setting`: as the studio's language is set; absent where there is no studio yet. `preferred`: the languages that
 * the person reads (BCP 47), the dearest first.
 */
export const ownWords = (setting: string | undefined, preferred: readonly string[]): OwnWords =>
  catalogues[chosenLanguage(setting, preferred)]

export type FollowedWords = {
  now(): OwnWords
  /** Hears when they are of another language: what is shown all the time is to be shown anew. */
  whenOther(listener: () => void): void
}

/** Follows the setting for as long as the app lives. */
export async function followWords(
  studio: Pick<Studio, 'call' | 'on'>,
  preferred: readonly string[],
): Promise<FollowedWords> {
  let words = ownWords(undefined, preferred)
  const listeners: (() => void)[] = []
  const follow = ({ name, value }: { name: string; value: unknown }) => {
    if (name !== 'language') return
    const before = words
    words = ownWords(String(value), preferred)
    if (words !== before) for (const listener of listeners) listener()
  }
  studio.on('settings.changed', ({ setting }) => follow(setting))
  const read = await studio.call('settings.read', {})
  if (read.ok) read.value.settings.forEach(follow)
  return { now: () => words, whenOther: (listener) => void listeners.push(listener) }
}
