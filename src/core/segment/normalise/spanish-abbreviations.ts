// Spanish short forms by what surrounds them: Sr. López, D. Juan, Ud., n.º 5, pág. 12, EE. UU., a. C., etc.
import type { Rewrite } from '../apply-rewrites.ts'
import { formsPattern } from './forms-pattern.ts'
import { rewritesOf } from './rewrites-of.ts'
import { stopAt } from './spanish-sentence-end.ts'
import { beforeNumber, everywhere, titles } from './spanish-abbreviation-table.ts'

const space = String.raw`[ \u00a0\u202f]`
const title = new RegExp(
  String.raw`(?<![\p{L}\p{N}.-])(${formsPattern(titles)})(?:(?=${space}(?:de${space}|del${space}|la${space}|el${space})*(?:${formsPattern(titles)}|D\.|don\b|doña\b|\p{Lu}))|(?=\p{Lu}\p{Ll}))`,
  'gu',
)
/** Behind an article and before no name the gentleman stays one: el Sr. ministro. */
const office = /(?<![\p{L}\p{N}.-])([Ss]r|[Ss]ra|[Ss]rta|[Ss]res|[Ss]ras)\.(?=\s\p{Ll}{3})/gu
const don = new RegExp(
  String.raw`(?<![\p{L}\p{N}.-]|(?<![\p{L}°º])\p{Lu}\.${space})D\.(?=${space}\p{Lu}[\p{Ll}.])`,
  'gu',
)
const father = new RegExp(
  String.raw`(?<=(?:^|[\s(«])(?:[Ee]l|[Dd]el|[Aa]l)${space})P\.(?=${space}\p{Lu}\p{Ll})`,
  'gu',
)
const saint = new RegExp(
  String.raw`(?<=(?<!\p{L})(?:de|iglesia de|por|día de)${space})S\.(?=${space}(?:Juan|Pedro|Pablo|José|Antonio|Francisco|Miguel|Agustín|Jerónimo|Isidro|Lorenzo|Sebastián|Martín|Jorge|Andrés|Ignacio|Benito|Bernardo|Ildefonso|Marcos|Mateo|Lucas|Fernando)(?!\p{L}))`,
  'gu',
)
const you = new RegExp(String.raw`(?<=(?:\p{Ll}|[,;¿¡])${space}|[¿¡])V\.(?=${space}\p{Ll})`, 'gu')
const anywhere = new RegExp(
  String.raw`(?<![\p{L}\p{N}.-])(${formsPattern(everywhere)})(?![\p{L}\p{N}])`,
  'gu',
)
const numbered = new RegExp(
  String.raw`(?<![\p{L}\p{N}.§-]|\p{N}${space})(${formsPattern(beforeNumber)})${space}?(?=\d)`,
  'gu',
)
const flat = (form: string) => form.replaceAll(/[ \u00a0\u202f]/g, '')
const byForm = new Map(Object.entries(everywhere).map(([form, words]) => [flat(form), words]))

export function sayAbbreviations(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, anywhere, (found) => {
      const form = found[1] ?? ''
      const key = flat(form)
      const words = byForm.get(key)
      if (words === undefined) return null
      const before = text.slice(0, found.index)
      const end = found.index + form.length
      const behind = text.slice(end)
      // Years stand before Christ; elsewhere A. C. are initials.
      if (/^[AaDd]\.(?:de)?C\.?$/.test(key) && !/(?:\d|[IVX]|año|siglo|[a-z]{3}) $/.test(before))
        return null
      if (
        /^[ADJ]\.C\.$/.test(key) &&
        (!/(?:\d|[IVX]|de|por) $/.test(before) || /^ \p{Lu}\p{Ll}/u.test(behind))
      )
        return null
      // S. A. behind a name is a company; V. S. Naipaul has initials.
      if (/^[SV]\.[A-Z]\.$/.test(key)) {
        if (!/(?:^|[\s«¿¡(—])(?:(?:a|de|que|por|con|para|y|en|ante|,|señor)\s)?$/iu.test(before))
          return null
        if (key === 'S.S.' && !/^ (?:el|la)\b/.test(behind)) return null
        if (key === 'S.A.' && !/(?:^|\b(?:a|de|que|por|con|ante) )$/i.test(before)) return null
        if (
          /^ \p{Lu}\p{Ll}/u.test(behind) &&
          !/^ (?:el|la|Católica|Británica|Imperial|Real)\b/i.test(behind)
        )
          return null
      }
      if (key === 'hab.' && !/[\d)] $/.test(before)) return null
      return words + (form.endsWith('.') ? stopAt(text, end, /^(?:etc|&c)/.test(form)) : '')
    }),
    ...rewritesOf(text, title, (found) => {
      const form = found[1] ?? ''
      const behind = text.slice(found.index + form.length)
      if (
        /^(?:Da|Pl|Cap|Fr|Ing|Prof|Av)\.$/.test(form) &&
        !/^\s(?:de\s|del\s|la\s)*\p{Lu}\p{Ll}/u.test(behind)
      )
        return null
      return (titles[form] ?? form) + (/^\p{Lu}/u.test(behind) ? ' ' : '')
    }),
    ...rewritesOf(text, office, ([form]) => titles[form] ?? null),
    ...rewritesOf(text, don, () => 'don'),
    ...rewritesOf(text, father, () => 'padre'),
    ...rewritesOf(text, saint, () => 'san'),
    ...rewritesOf(text, you, () => 'usted'),
    ...rewritesOf(text, numbered, (found) => {
      const form = found[1] ?? ''
      // « c. 1500 » and « h. 1500 » are years; a list may well have a point c.
      if (/^[ch]\./.test(form) && !/^\d{3,4}(?!\d)/.test(text.slice(found.index + found[0].length)))
        return null
      return `${beforeNumber[form] ?? form} `
    }),
  ]
}
