// What signs are called in English.
import type { AddressWords } from './addresses.ts'
import { sayAmount, sayCardinal, sayDigits } from './english-numbers.ts'
import type { PowerWords } from './powers.ts'
import type { SignWords } from './spoken-signs.ts'

export const signWords: SignWords = {
  between: {
    '+': 'plus',
    '=': 'equals',
    '×': 'times',
    '*': 'times',
    '÷': 'divided by',
    '<': 'is less than',
    '>': 'is greater than',
    '≤': 'is at most',
    '≥': 'is at least',
    '≠': 'is not equal to',
    '≈': 'is about',
    '−': 'minus',
  },
  leading: {
    '~': 'about',
    '≈': 'about',
    '±': 'plus or minus',
    '+': 'plus',
    '−': 'minus',
    '-': 'minus',
  },
  times: null,
  and: 'and',
  or: 'or',
  at: 'at',
  number: 'number',
  hashtag: 'hashtag',
  percent: 'percent',
  copyright: 'copyright',
  sections: ['section', 'sections'],
  joined: /\band\/or\b|\b(s?he)\/(s?he)\b/g,
}

export const addressWords: AddressWords = {
  signs: {
    '.': 'dot',
    '@': 'at',
    '/': 'slash',
    '-': 'dash',
    _: 'underscore',
    ':': 'colon',
    '?': 'question mark',
    '=': 'equals',
    '&': 'and',
    '#': 'hash',
    '%': 'percent',
    '~': 'tilde',
    '+': 'plus',
  },
  sayNumber: (digits) => (digits.length < 3 ? sayCardinal(digits) : sayDigits(digits)),
}

export const powerWords: PowerWords = {
  squared: 'squared',
  cubed: 'cubed',
  power: 'to the power of',
  minus: 'minus',
  sayCardinal,
  sayAmount: (written) => sayAmount(written),
}
