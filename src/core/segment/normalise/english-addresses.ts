// Addresses and file names, said in English.
import type { Rewrite } from '../apply-rewrites.ts'
import { sayAddresses } from './addresses.ts'
import { sayCardinal, sayDigits } from './english-numbers.ts'

const signs: Readonly<Record<string, string>> = {
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
}

export const sayEnglishAddresses = (text: string): Rewrite[] =>
  sayAddresses(text, {
    signs,
    sayNumber: (digits) => (digits.length < 3 ? sayCardinal(digits) : sayDigits(digits)),
  })
