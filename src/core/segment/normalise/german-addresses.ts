// Addresses and file names, said in German.
import type { Rewrite } from '../apply-rewrites.ts'
import { sayAddresses } from './addresses.ts'
import { sayCardinal, sayDigits } from './german-numbers.ts'

const signs: Readonly<Record<string, string>> = {
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
}

export const sayGermanAddresses = (text: string): Rewrite[] =>
  sayAddresses(text, {
    signs,
    sayNumber: (digits) => (digits.length < 3 ? sayCardinal(digits) : sayDigits(digits)),
  })
