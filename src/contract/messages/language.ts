// Which language the studio speaks: the setting, else the person's own.
import { primaryOf } from '../primary-language.ts'

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** `setting`: a language or `system`; then the first of `preferred` (BCP 47 tags) that there is decides. */
export function chosenLanguage(
  setting: string | undefined,
  preferred: readonly string[],
): Language {
  const named = (tag: string | undefined) => languages.find((one) => one === tag)
  const own = preferred.map((tag) => named(primaryOf(tag)))
  return named(setting) ?? own.find((one) => one !== undefined) ?? 'en'
}
