// German short forms by what stands around them: z. B., Dr. Faust, Nr. 5, Hauptstr. 12, der sog. Held.
import type { Rewrite } from '../apply-rewrites.ts'
import { anywhere, beforeNames, beforeNumbers, honours } from './german-abbreviation-table.ts'
import { stopAt } from './german-sentence-end.ts'
import { rewritesOf } from './rewrites-of.ts'

/** Spaces between the letters are as good as none: z. B. */
const oneOf = (words: ReadonlyMap<string, string>) =>
  [...words.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('.', String.raw`\.[\s\u00a0\u202f]?`))
    .join('|')
const edge = String.raw`(?<![\p{L}\p{N}.&]|\p{L}['’-])`

const any = new RegExp(String.raw`${edge}(${oneOf(anywhere)})\.(?![\p{L}\p{N}])`, 'gu')
const named = new RegExp(
  String.raw`${edge}(${oneOf(beforeNames)})\.(?=[\s\u00a0-]["„»]?\p{Lu})`,
  'gu',
)
const bare = /(?<![\p{L}\p{N}.])(Dr|Prof|Hr|Frl|Mr|Mrs|Mme)(?=\s\p{Lu}\p{Ll})/gu
const honour = new RegExp(
  String.raw`${edge}(${[...honours.keys()].join('|')})\.(?=\s(?:\p{L}+\.?\s)?(?:Majestät|Exzellenz|Excellenz|Hoheit|Durchlaucht|Gnaden|Hochwürden|Wohlgeboren|Heiligkeit|Eminenz|Magnifizenz)\p{L}*)`,
  'gu',
)
const numbered = new RegExp(
  String.raw`${edge}(${oneOf(beforeNumbers)})\.(?=\s?(?:\d|[IVXLC]{1,6}(?![\p{L}])))`,
  'gu',
)
const street = /(?<=\p{L}{3}(?:-|\s)?)([Ss])tr\.(?![\p{L}])/gu
const soCalled = /(?<![\p{L}\p{N}.])sog(?:en)?\.(?=\s)/gu
const noble =
  /(?<=(?:\p{Lu}[\p{L}.’-]*|Graf|Baron|Freiherr|Frau|Herr|Herrn)\s)v\.(?=\s(?:d(?:er|em|en)\s)?\p{Lu}\p{Ll})/gu
const andCompany = /(?<=(?:&|und)\s)Co\.(?![\p{L}])/gu

/** Always within a sentence: a capital behind them is a noun. */
const within =
  /^(?:[zZ]\.B|[dD]\.h|d\.i|bzw|resp|[cC]a|[vV]gl|evtl|ggf|inkl|exkl|zzgl|abzgl|bes|insb|v\.a|z\.T|u\.U|m\.E|i\.d\.R|z\.Hd|i\.A|i\.V)$/

export function sayAbbreviations(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, honour, ([, word = '']) => honours.get(word) ?? null),
    ...rewritesOf(text, numbered, ({ 0: found, 1: word = '', index }) => {
      const said = beforeNumbers.get(word)
      if (said === undefined) return null
      return /^\S/.test(text.slice(index + found.length)) ? `${said} ` : said
    }),
    ...rewritesOf(text, named, ([, word = '']) => beforeNames.get(word) ?? null),
    ...rewritesOf(text, bare, ([, word = '']) => beforeNames.get(word) ?? null),
    ...rewritesOf(text, any, ({ 0: found, 1: word = '', index }) => {
      const key = word.replace(/[\s\u00a0\u202f]/g, '')
      const said = anywhere.get(key)
      if (said === undefined) return null
      return within.test(key) ? said : said + stopAt(text, index + found.length)
    }),
    ...rewritesOf(text, street, ({ 0: found, 1: letter = '', index }) => {
      const end = stopAt(text, index + found.length)
      return `${letter}traße${end}`
    }),
    ...rewritesOf(text, soCalled, ({ index }) => {
      const before = text.slice(Math.max(0, index - 12), index)
      if (
        /(?<!\p{L})(?:den|dem|des|einem|einen|einer|eines|zum|vom|im|am|beim|zur)\s$/iu.test(before)
      )
        return 'sogenannten'
      return /(?<!\p{L})(?:der|die|das|eine)\s$/iu.test(before) ? 'sogenannte' : null
    }),
    ...rewritesOf(text, noble, () => 'von'),
    ...rewritesOf(
      text,
      andCompany,
      ({ 0: found, index }) => `Compagnie${stopAt(text, index + found.length)}`,
    ),
  ]
}
