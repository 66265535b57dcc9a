// French ordinals in figures: 1er, 1re, 2e, 3ème, les 2es; and 1° (primo) at the head of a point.
import type { Rewrite } from '../apply-rewrites.ts'
import { bareDigits } from './comma-numbers.ts'
import { isFeminine } from './french-gender.ts'
import { sayOrdinal } from './french-numbers.ts'
import { rewritesOf } from './rewrites-of.ts'

const ordinal =
  /(?<![\p{L}\p{N}]|\p{N}[.,/:-]|\p{L}-)(\d{1,3}(?:[ \u00a0\u202f]\d{3})?|\d+)(ers|er|ᵉʳ|res|re|ʳᵉ|ères|ère|ièmes|ième|iemes|ieme|èmes|ème|emes|eme|nde|nd|ndes|nds|des?|es|ᵉˢ|e|ᵉ)(?![\p{L}\p{N}])/gu
const points = /(?<=^|[:;,(—–]\s?|et\s)([1-5])\s?(?:°|º|ᵒ|o)(?=\s\p{L})/gu
const latin = ['', 'primo', 'secundo', 'tertio', 'quarto', 'quinto']

export function sayOrdinals(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, ordinal, (found) => {
      const [, written = '', ending = ''] = found
      const number = Number(bareDigits(written))
      if (number === 0 || number > 10_000) return null
      const many = /[sˢ]$/.test(ending)
      const plural = many ? 's' : ''
      if (number === 2 && /^n?de?s?$|^nds?$/.test(ending))
        return (/de/.test(ending) ? 'seconde' : 'second') + plural
      if (/^n?de?s?$|^nds?$/.test(ending)) return null
      const isFirst = /^(?:ers|er|ᵉʳ|res|re|ʳᵉ|ères|ère)$/.test(ending)
      if (isFirst !== (number === 1)) {
        // « 1e » and « 1ème » are wrong and yet written; what follows tells their gender.
        if (number !== 1) return null
        const behind = text.slice(found.index + found[0].length)
        return sayOrdinal(1, isFeminine(behind) ? 'feminine' : 'masculine') + plural
      }
      const gender = /^(?:res|re|ʳᵉ|ères|ère)$/.test(ending) ? 'feminine' : 'masculine'
      return sayOrdinal(number, gender) + plural
    }),
    ...rewritesOf(text, points, ({ 1: number, index, 0: found }) => {
      // « à 3 ° de », « 2° au-dessus »: a measure, if a verb or preposition measures.
      const behind = text.slice(index + found.length)
      if (/^\s(?:à|de|au|sous|sur|nord|sud|est|ouest|N|S|E|O)\b/.test(behind)) return null
      return latin[Number(number)] ?? null
    }),
  ]
}
