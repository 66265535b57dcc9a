// Text as flite can read it: ASCII, with signs it would turn into noise put into words.

/** Whole patterns first: an amount is said before its currency. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/£\s?(\d[\d,.]*\d|\d)/g, '$1 pounds'],
  [/€\s?(\d[\d,.]*\d|\d)/g, '$1 euros'],
  [/¥\s?(\d[\d,.]*\d|\d)/g, '$1 yen'],
  [/(\d)\s?½/g, '$1 and a half'],
  [/(\d)\s?¼/g, '$1 and a quarter'],
  [/(\d)\s?¾/g, '$1 and three quarters'],
  // A dash between words is a breath; between numbers it is a range.
  [/\s*[—―⸺⸻]\s*/g, ', '],
  [/\s+–\s+/g, ', '],
]

const signs: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '‹': "'",
  '›': "'",
  '–': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
  '•': ' ',
  '·': ' ',
  '£': ' pounds ',
  '€': ' euros ',
  '¥': ' yen ',
  '¢': ' cents ',
  '°': ' degrees ',
  '½': 'one half',
  '¼': 'one quarter',
  '¾': 'three quarters',
  '×': ' times ',
  '÷': ' divided by ',
  '±': ' plus or minus ',
  '©': ' copyright ',
  '®': ' ',
  '™': ' ',
  '§': ' section ',
  '¶': ' paragraph ',
  '№': ' number ',
  µ: 'micro',
  μ: 'micro',
  π: 'pi',
  Æ: 'Ae',
  æ: 'ae',
  Œ: 'Oe',
  œ: 'oe',
  ß: 'ss',
  Ø: 'O',
  ø: 'o',
  Ð: 'D',
  ð: 'd',
  Þ: 'Th',
  þ: 'th',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  ı: 'i',
}

/** What has no words becomes a space; accents fall off. Always printable ASCII in one line. */
export function foldToAscii(text: string): string {
  const worded = phrases.reduce((said, [pattern, words]) => said.replace(pattern, words), text)
  return Array.from(worded, (sign) => signs[sign] ?? sign)
    .join('')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\x20-\x7e]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}
