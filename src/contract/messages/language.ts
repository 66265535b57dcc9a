// Which language the studio speaks: the setting, else the person's own.
import { primaryOf } from '../primary-language.ts'

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

export type Direction = 'ltr' | 'rtl'

/** Written from the right to the left. */
const toTheLeft: ReadonlySet<string> = new Set('ar ckb dv fa he nqo ps sd syr ug ur yi'.split(' '))

/** Which way the words of a language (a BCP 47 tag) are read. */
export const directionOf = (language: string): Direction =>
  toTheLeft.has(primaryOf(language)) ? 'rtl' : 'ltr'

/** `setting`: a direction; whatever else it is, that of the language. */
export const chosenDirection = (setting: string | undefined, language: string): Direction =>
  setting === 'ltr' || setting === 'rtl' ? setting : directionOf(language)

/** `setting`: a language or `system`; then the first of `preferred` (BCP 47 tags) that there is decides. */
export function chosenLanguage(
  setting: string | undefined,
  preferred: readonly string[],
): Language {
  const named = (tag: string | undefined) => languages.find((one) => one === tag)
  const own = preferred.map((tag) => named(primaryOf(tag)))
  return named(setting) ?? own.find((one) => one !== undefined) ?? 'en'
}
