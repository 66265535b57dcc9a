// What signs are called in Spanish.
import { sayAmount, sayCardinal, sayDigits } from './spanish-numbers.ts'
import type { PowerWords } from './powers.ts'
import type { SignWords } from './spoken-signs.ts'
import type { AddressWords } from './addresses.ts'

export const signWords: SignWords = {
  between: {
    '+': 'más',
    '=': 'igual a',
    '×': 'por',
    '*': 'por',
    '÷': 'dividido por',
    '<': 'menor que',
    '>': 'mayor que',
    '≤': 'menor o igual que',
    '≥': 'mayor o igual que',
    '≠': 'distinto de',
    '≈': 'aproximadamente',
    '−': 'menos',
  },
  leading: {
    '~': 'aproximadamente',
    '≈': 'aproximadamente',
    '±': 'más menos',
    '+': 'más',
    '−': 'menos',
  },
  times: 'por',
  and: 'y',
  or: 'o',
  at: 'arroba',
  number: 'número',
  hashtag: 'hashtag',
  percent: 'por ciento',
  copyright: 'copyright',
  sections: null,
  joined: /(?<!\p{L})y\/o(?!\p{L})/gu,
}

export const addressWords: AddressWords = {
  signs: {
    '.': 'punto',
    '@': 'arroba',
    '/': 'barra',
    '-': 'guion',
    _: 'guion bajo',
    ':': 'dos puntos',
    '?': 'interrogación',
    '=': 'igual',
    '&': 'y',
    '#': 'almohadilla',
    '%': 'por ciento',
    '~': 'virgulilla',
    '+': 'más',
  },
  sayNumber: (digits) => (digits.length < 3 ? sayCardinal(digits) : sayDigits(digits)),
}

export const powerWords: PowerWords = {
  squared: 'al cuadrado',
  cubed: 'al cubo',
  power: 'elevado a',
  minus: 'menos',
  sayCardinal,
  sayAmount: (written) => sayAmount(written),
}
