// French short forms by what surrounds them: M. Dupont, Mme de, no 5, p. 12, etc., c.-à-d., av. J.-C.
import type { Rewrite } from '../apply-rewrites.ts'
import { beforeNumber, everywhere, titles } from './french-abbreviation-table.ts'
import { formsPattern } from './forms-pattern.ts'
import { rewritesOf } from './rewrites-of.ts'
import { stopAt } from './french-sentence-end.ts'

const space = String.raw`[ \u00a0\u202f]`
const start = String.raw`(?<![\p{L}\p{N}.-]|\p{L}['’](?=[A-Z]\.))`
/** A name, a particle, an office: M. Dupont, M. de Villefort, M. le comte, MM. les députés. */
const named = String.raw`(?=${space}(?:(?:le|la|les|de|du|des|et|von|van|della|di|ou)${space}|[ld]['’]|\p{Lu}|\*\*|\.\.\.|…|X{1,3}\b|—))`
const monsieur = new RegExp(
  String.raw`(?<![\p{L}\p{N}.-]|(?<![\p{L}°º])\p{Lu}\. )M\.${named}`,
  'gu',
)
const title = new RegExp(
  String.raw`(?<![\p{L}\p{N}.-])(${formsPattern(titles)})(?![\p{L}\p{N}])(?:${named}|(?=-\p{Lu}))`,
  'gu',
)
const alone = /(?<![\p{L}\p{N}.-])(Mmes?|Mlles?|Mgr)(?![\p{L}\p{N}-])/gu
const anywhere = new RegExp(String.raw`${start}(${formsPattern(everywhere)})(?![\p{L}\p{N}])`, 'gu')
const numbered = new RegExp(
  String.raw`(?<![\p{L}\p{N}.§-]|\p{N}${space})(${formsPattern(beforeNumber)})${space}?(?=\d)`,
  'gu',
)
const numbers = new RegExp(
  String.raw`(?<![\p{L}\p{N}])([nN]os)(?=${space}\d+(?:${space}(?:et|à)${space}|,${space}|[–-])\d+)`,
  'gu',
)
const streets = new RegExp(
  String.raw`(?<![\p{L}\p{N}.-])(av\.|Av\.|bd|bld|bd\.|Bd|boul\.|pl\.|fg)(?=${space}(?:de${space}|du${space}|des${space}|d['’])?(?:la${space}|l['’])?\p{Lu}\p{Ll})`,
  'gu',
)
const streetNames: Readonly<Record<string, string>> = {
  av: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  boul: 'boulevard',
  pl: 'place',
  fg: 'faubourg',
}

const spaced = (form: string) => form.replaceAll(/[\u00a0\u202f]/g, ' ')
/** Forms are found with or without the space inside. */
const byForm = new Map(
  Object.entries(everywhere).flatMap(([form, words]) => [
    [form, words],
    [form.replaceAll(' ', ''), words],
  ]),
)

export function sayAbbreviations(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, anywhere, (found) => {
      const form = spaced(found[1] ?? '')
      const words = byForm.get(form)
      if (words === undefined) return null
      const end = found.index + found[0].length
      // « S. E. Durand », « P. S. Martin »: initials of a name, where only two letters stand.
      const isPair = /^\p{Lu}\. ?\p{Lu}\.$/u.test(form) && !/^[NP]/.test(form)
      if (
        isPair &&
        !/(?:^|[\s(«])(?:de|à|que|par|avec|pour|et|chez|,)?\s?$/u.test(text.slice(0, found.index))
      )
        return null
      if (
        isPair &&
        /^ \p{Lu}\p{Ll}/u.test(text.slice(end)) &&
        !/^ (?:le|la|l’|l')/i.test(text.slice(end))
      )
        return /^ (?:Catholique|Britannique|Très|Impériale|Royale)/.test(text.slice(end))
          ? words
          : null
      if (/^S\. ?S\.$/.test(form) && !/^ le\b/.test(text.slice(end))) return null
      if (form === 'ms.' && !/^ \d|^ [A-Z]/.test(text.slice(end))) return null
      if (form === 'hab.' && !/\d $/.test(text.slice(0, found.index))) return null
      const kept = form.endsWith('.') ? stopAt(text, end, /^(?:etc|&c)/.test(form)) : ''
      return words + kept
    }),
    ...rewritesOf(text, monsieur, () => 'Monsieur'),
    ...rewritesOf(text, title, (found) => {
      const form = found[1] ?? ''
      // « Mes Amis » and « Me Voici »: a heading or a word; a lawyer stands inside a sentence.
      const behind = text.slice(found.index + form.length)
      if (/^(?:Me|Mes|St|Pr|Gal|Lt)$/.test(form) && !/^[ \u00a0\u202f-]\p{Lu}/u.test(behind))
        return null
      if (form === 'Mes' && !/^.\p{Lu}\p{Ll}+ et \p{Lu}/u.test(behind)) return null
      return titles[form] ?? null
    }),
    ...rewritesOf(text, alone, ([form]) => titles[form] ?? null),
    ...rewritesOf(text, numbered, (found) => {
      const words = beforeNumber[found[1] ?? '']
      // « Non, no 5 » does not occur; « No 5 » at the head is a number too.
      return words === undefined ? null : `${words} `
    }),
    ...rewritesOf(text, numbers, ([, form = '']) => (form === 'Nos' ? 'Numéros' : 'numéros')),
    ...rewritesOf(
      text,
      streets,
      ([, form = '']) => streetNames[form.replace('.', '').toLowerCase()] ?? null,
    ),
  ]
}
