// About how many phonemes a text has, without a dictionary: what a take's length is predicted from.
import type { SpokenPart } from '../../contract/index.ts'

/** What a text is made of, as far as it takes time to say it. */
export type SpeechUnits = {
  vowels: number
  consonants: number
  words: number
  /** Commas and stops: what is before them is lengthened. */
  marks: number
  /** Phonemes of what is not written by its sounds: digits, signs, initials, other scripts. */
  others: number
}

/** Letters of one syllable's vowel beyond its first: "ea" is one sound, "io" often two. */
const moreVowel = 0.3
/** A final e after another vowel is hardly spoken, in English and French. */
const silentE = -0.5
/** Each of the first two digits of a number, "17", and each further one, "1775". */
const perDigit = 4.5
const perFurtherDigit = 8
/** A Roman numeral, as chapters have them. */
const perRoman = 6.5
/** A sign that is read as a word: %, €, &. */
const perSign = 6
/** One letter of what is spelt out: "BBC". */
const perSpeltLetter = 2.5
/** A character that is a syllable, or a word, of its own. */
const perIdeograph = 3
const perKana = 1.9
const perHangul = 3
/** Scripts that write no vowels, or the vowel within the consonant. */
const perConsonantSign = 1.6

/** Sounds a written letter makes, against English; what is learned of a voice corrects it. */
const languageFactors: Readonly<Record<string, number>> = { fr: 0.8, ga: 0.75, da: 0.9, pt: 0.9 }

const token =
  /(?<number>\p{Nd}+)|(?<ideograph>\p{Script=Han})|(?<kana>[\p{Script=Hiragana}\p{Script=Katakana}])|(?<hangul>\p{Script=Hangul})|(?<word>[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*)|(?<mark>[.,;:!?…—–()]+|[।،؛؟。、，！？]+)|(?<sign>[%‰€$£¥&@#+=§°½¼¾©])/gu
const digraph = /sch|tch|ch|sh|th|ph|ck|ng|gh|wh|qu/g
const vowels = /[aeiouyäöüåæøœаеёиоуыэюяіїєαεηιουω]+/g
const syllabic = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}'’]+$/u
/** Capitals without a vowel are read letter by letter; with one they may be mere emphasis. */
const spelt = /^(?:[BCDFGHJKLMNPQRSTVWXZ]{2,5}|[B-HJ-Z])$/
const roman = /^[IVXLC]{2,8}$/

/** Units of what is spoken; pauses that were asked for are none. */
export function speechUnits(spoken: readonly SpokenPart[], language: string): SpeechUnits {
  const factor = languageFactors[language.slice(0, 2).toLowerCase()] ?? 1
  const units = { vowels: 0, consonants: 0, words: 0, marks: 0, others: 0 }
  for (const part of spoken) {
    if ('pauseMs' in part) continue
    for (const { groups = {} } of part.text.matchAll(token)) {
      const { number, ideograph, kana, hangul, word, mark } = groups
      if (number) units.others += numberUnits(number.length)
      else if (ideograph) units.others += perIdeograph
      else if (kana) units.others += perKana
      else if (hangul) units.others += perHangul
      else if (word) addWord(units, word, factor)
      else if (mark) units.marks += 1
      else units.others += perSign
    }
  }
  return units
}

/** All of it as one number of phonemes, pauses for breath and stress left out. */
export const phonemesOf = (units: SpeechUnits): number =>
  units.vowels + units.consonants + units.others

const numberUnits = (digits: number): number =>
  Math.min(digits, 2) * perDigit + Math.max(0, digits - 2) * perFurtherDigit

function addWord(units: SpeechUnits, word: string, factor: number): void {
  units.words += 1
  if (roman.test(word)) units.others += perRoman
  else if (spelt.test(word)) units.others += word.length * perSpeltLetter
  else if (!syllabic.test(word))
    units.others += (word.match(/\p{L}/gu)?.length ?? 0) * perConsonantSign
  else addSounds(units, word, factor)
}

function addSounds(units: SpeechUnits, word: string, factor: number): void {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
  const sounds = plain.replace(vowels, '').replace(digraph, 'x').replace(/(.)\1/g, '$1').length
  let sung = 0
  let syllables = 0
  for (const [found] of plain.matchAll(vowels)) {
    syllables += 1
    sung += 1 + (found.length - 1) * moreVowel
  }
  if (syllables > 1 && plain.endsWith('e')) sung += silentE
  units.vowels += sung * factor
  units.consonants += sounds * factor
}
