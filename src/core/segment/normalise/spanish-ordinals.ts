// Spanish ordinals in figures: 1.º, 2.ª, 1.er, 3ro, 2da.
import type { Rewrite } from '../apply-rewrites.ts'
import { rewritesOf } from './rewrites-of.ts'
import { formBefore } from './spanish-gender.ts'
import { sayOrdinal } from './spanish-numbers.ts'

const raised =
  /(?<![\p{L}\p{N}]|\p{N}[.,/:-])(\d{1,4})\.?(º|ª|°(?=\s\p{L})|ᵒ|ᵃ|er|os|as|ᵉʳ)(?![\p{L}\p{N}])/gu
const written =
  /(?<![\p{L}\p{N}]|\p{N}[.,/:-])(?:(1|3)(er|ro|ra|ros|ras)|(2)(do|da|dos|das)|(4|5|6)(to|ta)|(7|10)(mo|ma)|(8)(vo|va)|(9)(no|na))(?![\p{L}\p{N}])/gu
const ends: Readonly<Record<string, 'o' | 'a' | 'os' | 'as' | ''>> = {
  º: 'o',
  '°': 'o',
  ᵒ: 'o',
  ª: 'a',
  ᵃ: 'a',
  er: '',
  ᵉʳ: '',
  os: 'os',
  as: 'as',
}

export function sayOrdinals(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, raised, (found) => {
      const [all, number = '', mark = ''] = found
      const ending = ends[mark]
      if (ending === undefined) return null
      // 20º without a point may be degrees: hacía 20º a la sombra.
      const isPointed = all.includes('.')
      if (mark === '°' || (mark === 'º' && !isPointed)) {
        const behind = text.slice(found.index + all.length)
        if (
          /^\s?(?:C\b|F\b|N\b|S\b|E\b|O\b|W\b|a la|de (?:latitud|longitud|temperatura|fiebre)|bajo|sobre|centígrados)/.test(
            behind,
          ) ||
          Number(number) > 20 ||
          !/^(?:\s\p{L}|[.,;:)])/u.test(behind)
        )
          return null
        if (mark === '°' && Number(number) > 10) return null
      }
      if (/^[oa]s$/.test(mark) && !isPointed) return null
      if (mark === 'er' && !/^[13]$/.test(number)) return null
      // Primero and tercero lose their end before what they count: el primer piso.
      const isBefore =
        ending === 'o' && formBefore(text.slice(found.index + all.length), true) === 'masculine'
      return sayOrdinal(Number(number), isBefore ? '' : ending)
    }),
    ...rewritesOf(text, written, (found) => {
      const at = found.slice(1).findIndex((part) => part !== undefined)
      const [number = '', mark = ''] = found.slice(1 + at, 3 + at)
      const ending = mark === 'er' ? '' : mark.endsWith('s') ? mark.slice(-2) : mark.slice(-1)
      return sayOrdinal(Number(number), ending as 'o' | 'a' | 'os' | 'as' | '')
    }),
  ]
}
