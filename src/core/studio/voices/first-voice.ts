// The voice that a new book gets: the best one that is there and speaks its language.
import { primaryOf, type Voice, type VoiceId, type VoiceKind } from '../../../contract/index.ts'

/** Spoken when nobody speaks the book's language. */
const lastResort: VoiceId = 'espeak:gmw/en-US'

/** A source that answered when it was asked for its voices just now. */
export type SourceAtHand = {
  kind: VoiceKind
  /** Whether speaking costs money. */
  paid: boolean
  /**
   * Whether its voices that name no language speak whatever they are given. The others are taken to
   * speak English, as most do.
   */
  speaksAnyLanguage: boolean
  voices: readonly Voice[]
}

/** What people stay for goes first; the embedded voices are for drafts. */
const kinds: readonly VoiceKind[] = ['server', 'neural', 'system', 'embedded']

/**
 * By kind of source: a server, a neural voice, one of the system, else an embedded one. A voice must
 * speak the book's language, and of another source than ours it must be more than a draft. Among
 * servers those that cost nothing go first, then as the person has put them; among voices of a source
 * the one that names the language as the book does, then the first. Nobody knows the language of a
 * book without one: it is taken for American English.
 */
export function firstVoice(language: string, sources: readonly SourceAtHand[]): VoiceId {
  const named = language.toLowerCase()
  const tag = ['', 'und', 'en'].includes(named) ? 'en-us' : named
  const ranked = sources.toSorted(
    (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || Number(a.paid) - Number(b.paid),
  )
  for (const source of ranked) {
    if (source.kind === 'embedded') continue
    const voice = bestOf(
      source.voices.filter(({ draft }) => draft !== true),
      tag,
      source.speaksAnyLanguage,
    )
    if (voice) return voice.id
  }
  const drafts = ranked.filter(({ kind }) => kind === 'embedded').flatMap(({ voices }) => voices)
  if (tag === 'en-us' && drafts.some(({ id }) => id === lastResort)) return lastResort
  return bestOf(drafts, tag, false)?.id ?? lastResort
}

/** How well a voice suits: the language as it is named, in its usual region, without one, in another one, unnamed. */
function bestOf(voices: readonly Voice[], tag: string, speaksAny: boolean): Voice | undefined {
  const base = primaryOf(tag)
  const isUnnamedFit = speaksAny || base === 'en'
  const speaks =
    (named: string) =>
    ({ languages }: Voice) =>
      languages.some((each) => each.toLowerCase() === named)
  const fits: ((voice: Voice) => boolean)[] = [
    speaks(tag === base ? usualRegion(base) : tag),
    speaks(base),
    ({ languages }) => languages.some((each) => primaryOf(each) === base),
    ({ languages }) => isUnnamedFit && languages.length === 0,
  ]
  for (const fit of fits) {
    const voice = voices.find(fit)
    if (voice) return voice
  }
  return undefined
}

/** Where most of its speakers are, by Unicode's likely subtags: `fr-fr`. */
function usualRegion(base: string): string {
  try {
    return `${base}-${new Intl.Locale(base).maximize().region ?? ''}`.toLowerCase()
  } catch {
    return base
  }
}
