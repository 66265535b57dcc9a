// English: which of its written forms are spoken otherwise, and which concern goes first.
import { sayAddresses } from './addresses.ts'
import { sayAbbreviations } from './english-abbreviations.ts'
import { sayEnglishCapitals, sayEnglishInitials } from './english-capitals.ts'
import { sayDates } from './english-dates.ts'
import { sayUnits } from './english-units.ts'
import { sayMoney } from './english-money.ts'
import { sayNumerals } from './english-numerals.ts'
import { sayRoman } from './english-roman.ts'
import { addressWords, powerWords, signWords } from './english-signs.ts'
import { sayTimes } from './english-times.ts'
import type { LanguageRules } from './language-rules.ts'
import { sayPowers } from './powers.ts'
import { saySigns } from './spoken-signs.ts'

// Digits and signs · two capitals · short forms · a Roman number of one letter or in small ones · names
// of files and places in the net. Without the flag u, and by what is rare first: it runs on every text.
const special = new RegExp(
  [
    String.raw`[0-9½⅓⅔¼¾⅕-⅞$£€¥₹¢%‰§©®™&@#+=×÷<>≤≥≠≈~±°*−]`,
    String.raw`[A-ZÀ-Þ](?:['’]?[A-ZÀ-Þ]|\.)`,
    String.raw`\b(?:M(?:rs?|s|me|lle|essrs|t|aj)|Drs?|Prof|Revd?|St[es]?|Hon|Gen|Col|Ca?pt|Lieut|Lt|Co?mdr|Comdr|Adm|Serg?t|Sgt|Cpl|Pvt|Gov|Sen|Rep|Pres|Supt|Insp|Det|Fr|Bro|F[tr]|Pt|Wm|Thos|Chas|Geo|Jas|Jos|Robt|Edw|Benj|Saml|Alex|Dept|Univ|Ave?|Rd|Blvd|Ln|Sq|Pl|Ct|Terr|Hwy|Co|Inc|Ltd|Corp|Bros|Jr|Jun|Sr|Esq|Bart|Assn)\b[. ]`,
    String.raw`\b(?:etc|viz|vs?|al|cf|ibid|approx|dept|govt|[aeip]\. ?[egm]|q\.v|pp?|ch|vol|chap|sec|fig|art)\.`,
    String.raw`\b[VX]\b|^[ILC](?:\.| ?[—–-]|$)|[A-Z][a-z]+ I(?:[.:;,)’]|$| of | is | was | and [VI]| [A-Z])`,
    String.raw`\b(?:King|Queen|Pope|Emperor|Empress|Tsar|Czar|Kaiser|Sultan|Prince|World) [A-Z][a-z]+ I\b`,
    String.raw`\b(?:[Pp]ages?|[Ss]cene|[Cc]anto|[Cc]hapter|[Bb]ook|[Pp]art|[Vv]olume|[Aa]ct) [ivxl]+\b`,
    String.raw`[a-z]\.[a-z]{2}|\b(?:and|s?he|c)\/`,
  ].join('|'),
)

export const english: LanguageRules = {
  special,
  rules: [
    (text) => sayAddresses(text, addressWords),
    sayDates,
    sayTimes,
    sayMoney,
    sayUnits,
    (text) => sayPowers(text, powerWords),
    sayRoman,
    sayAbbreviations,
    sayEnglishInitials,
    sayNumerals,
    (text) => saySigns(text, signWords),
    sayEnglishCapitals,
  ],
}
