// What signs are called in German.
import type { AddressWords } from './addresses.ts'
import { sayAmount, sayCardinal, sayDigits } from './german-numbers.ts'
import type { PowerWords } from './powers.ts'
import type { SignWords } from './spoken-signs.ts'

export const signWords: SignWords = {
  between: {
    '+': 'plus',
    '=': 'gleich',
    '×': 'mal',
    '*': 'mal',
    '÷': 'geteilt durch',
    '<': 'kleiner als',
    '>': 'größer als',
    '≤': 'höchstens',
    '≥': 'mindestens',
    '≠': 'ungleich',
    '≈': 'ungefähr',
    '−': 'minus',
  },
  leading: {
    '~': 'circa',
    '≈': 'circa',
    '±': 'plus minus',
    '+': 'plus',
    '−': 'minus',
    '-': 'minus',
  },
  times: null,
  and: 'und',
  or: 'oder',
  at: 'at',
  number: 'Nummer',
  hashtag: 'Hashtag',
  percent: 'Prozent',
  copyright: 'Copyright',
  sections: ['Paragraph', 'Paragraphen'],
  joined: /(?<!\p{L})(?:und\/oder|(sie|er)\/(sie|er))(?!\p{L})/gu,
}

export const addressWords: AddressWords = {
  signs: {
    '.': 'Punkt',
    '@': 'at',
    '/': 'Schrägstrich',
    '-': 'minus',
    _: 'Unterstrich',
    ':': 'Doppelpunkt',
    '?': 'Fragezeichen',
    '=': 'gleich',
    '&': 'und',
    '#': 'Raute',
    '%': 'Prozent',
    '~': 'Tilde',
    '+': 'plus',
  },
  sayNumber: (digits) => (digits.length < 3 ? sayCardinal(digits) : sayDigits(digits)),
}

export const powerWords: PowerWords = {
  squared: 'hoch zwei',
  cubed: 'hoch drei',
  power: 'hoch',
  minus: 'minus',
  sayCardinal,
  sayAmount: (written) => sayAmount(written),
}
