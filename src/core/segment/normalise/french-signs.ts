// What signs are called in French.
import { sayAmount, sayCardinal, sayDigits } from './french-numbers.ts'
import type { PowerWords } from './powers.ts'
import type { SignWords } from './spoken-signs.ts'
import type { AddressWords } from './addresses.ts'

export const signWords: SignWords = {
  between: {
    '+': 'plus',
    '=': 'égale',
    '×': 'fois',
    '*': 'fois',
    '÷': 'divisé par',
    '<': 'inférieur à',
    '>': 'supérieur à',
    '≤': 'inférieur ou égal à',
    '≥': 'supérieur ou égal à',
    '≠': 'différent de',
    '≈': 'environ',
    '−': 'moins',
  },
  leading: { '~': 'environ', '≈': 'environ', '±': 'plus ou moins', '+': 'plus', '−': 'moins' },
  times: 'fois',
  and: 'et',
  or: 'ou',
  at: 'arobase',
  number: 'numéro',
  hashtag: 'hashtag',
  percent: 'pour cent',
  copyright: 'copyright',
  sections: null,
  joined: /(?<!\p{L})et\/ou(?!\p{L})/gu,
}

export const addressWords: AddressWords = {
  signs: {
    '.': 'point',
    '@': 'arobase',
    '/': 'barre',
    '-': 'tiret',
    _: 'tiret bas',
    ':': 'deux points',
    '?': 'point d’interrogation',
    '=': 'égale',
    '&': 'et',
    '#': 'dièse',
    '%': 'pour cent',
    '~': 'tilde',
    '+': 'plus',
  },
  sayNumber: (digits) => (digits.length < 3 ? sayCardinal(digits) : sayDigits(digits)),
}

export const powerWords: PowerWords = {
  squared: 'au carré',
  cubed: 'au cube',
  power: 'puissance',
  minus: 'moins',
  sayCardinal,
  sayAmount: (written) => sayAmount(written),
}
