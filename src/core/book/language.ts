// Languages: what a book says of itself, made a BCP 47 tag; what its text says when it says nothing.

/** Names that people write where a tag belongs. */
const names: Record<string, string> = {
  english: 'en',
  german: 'de',
  deutsch: 'de',
  french: 'fr',
  francais: 'fr',
  français: 'fr',
  spanish: 'es',
  español: 'es',
  espanol: 'es',
  castellano: 'es',
  italian: 'it',
  italiano: 'it',
  portuguese: 'pt',
  português: 'pt',
  dutch: 'nl',
  nederlands: 'nl',
  swedish: 'sv',
  svenska: 'sv',
  danish: 'da',
  dansk: 'da',
  norwegian: 'no',
  norsk: 'no',
  finnish: 'fi',
  suomi: 'fi',
  polish: 'pl',
  polski: 'pl',
  czech: 'cs',
  čeština: 'cs',
  hungarian: 'hu',
  magyar: 'hu',
  russian: 'ru',
  русский: 'ru',
  ukrainian: 'uk',
  greek: 'el',
  ελληνικά: 'el',
  latin: 'la',
  esperanto: 'eo',
  chinese: 'zh',
  中文: 'zh',
  japanese: 'ja',
  日本語: 'ja',
  korean: 'ko',
  turkish: 'tr',
  türkçe: 'tr',
  arabic: 'ar',
  hebrew: 'he',
  catalan: 'ca',
  català: 'ca',
}

/** How much text a guess needs to be right (100 % on 1,500 characters in six languages). */
export const languageSampleCharacters = 1500

/** A BCP 47 tag, or `und` when the word is none. */
export function languageTag(raw: string | undefined): string {
  const word = (raw ?? '').trim().toLowerCase()
  const named = names[word]
  if (named) return named
  if (!/^[a-z]{2,3}([-_][a-z0-9]{1,8})*$/.test(word)) return 'und'
  try {
    const tag = Intl.getCanonicalLocales(word.replaceAll('_', '-'))[0] ?? 'und'
    return tag === 'zxx' || tag === 'mul' || tag === 'mis' ? 'und' : tag
  } catch {
    return 'und'
  }
}

/** The language of a text, or `und` when it is too short or none that is known. */
export async function guessLanguage(text: string): Promise<string> {
  if (text.length < 24) return 'und'
  const { franc } = await import('franc-min')
  return languageTag(franc(text.slice(0, 2 * languageSampleCharacters)))
}
