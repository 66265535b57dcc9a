// The voice that a person means by a word: an id, a bare name or a language.
import type { Voice } from '../../contract/index.ts'
import { fail } from '../../core/base/failure-error.ts'

/**
 * Takes a full id (`espeak:gmw/en-US`), a name where it is unique (`gmw/en-US`, `slt`), or a language
 * tag (`de`, `en-us`, and `de-AT`, which nobody speaks, as `de`). In this order, whatever the case.
 * Of the voices of a language the one that names it first wins, then the provider that comes first
 * in the list, then the shortest name, which is the plainest. Fails with `voice-unknown`.
 */
export function resolveVoice(voices: readonly Voice[], word: string): Voice {
  const wanted = word.trim().toLowerCase()
  const byId = voices.find(({ id }) => id.toLowerCase() === wanted)
  if (byId) return byId
  const named = voices.filter(({ name }) => name.toLowerCase() === wanted)
  const [only] = named
  if (only && named.length === 1) return only
  for (const tag of fallbacks(wanted)) {
    const best = bestOf(voices, tag)
    if (best) return best
  }
  throw fail('voice-unknown', { voice: word })
}

/** `de-at-1996`, `de-at`, `de`: ever less particular, as in RFC 4647 §3.4. */
function fallbacks(word: string): string[] {
  const subtags = word.replaceAll('_', '-').split('-')
  return subtags.map((_, dropped) => subtags.slice(0, subtags.length - dropped).join('-'))
}

function bestOf(voices: readonly Voice[], tag: string): Voice | null {
  const providers = [...new Set(voices.map(({ provider }) => provider))]
  const ranked = voices
    .map((voice) => ({
      voice,
      place: voice.languages.findIndex((language) => language.toLowerCase() === tag),
    }))
    .filter(({ place }) => place >= 0)
    .sort(
      (a, b) =>
        a.place - b.place ||
        providers.indexOf(a.voice.provider) - providers.indexOf(b.voice.provider) ||
        a.voice.name.length - b.voice.name.length,
    )
  return ranked[0]?.voice ?? null
}
