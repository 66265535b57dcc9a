// French: which of its written forms are spoken otherwise, and which concern goes first.
import { sayAbbreviations } from './french-abbreviations.ts'
import { sayFrenchCapitals, sayFrenchInitials } from './french-capitals.ts'
import { sayDates } from './french-dates.ts'
import { sayMoney } from './french-money.ts'
import { sayNumerals } from './french-numerals.ts'
import { sayOrdinals } from './french-ordinals.ts'
import { sayRoman } from './french-roman.ts'
import { addressWords, powerWords, signWords } from './french-signs.ts'
import { sayTimes } from './french-times.ts'
import { sayUnits } from './french-units.ts'
import type { LanguageRules } from './language-rules.ts'
import { sayPowers } from './powers.ts'
import { saySigns } from './spoken-signs.ts'
import { sayAddresses } from './addresses.ts'

export const french: LanguageRules = {
  // Digits and signs · two capitals · initials and short forms · a Roman number of one letter.
  special:
    /[\p{N}$£€¥¢%‰§©®™&@#+=×÷<>≤≥≠≈~±°ᵉᵐˡʳᵒˢⁱ]|\p{Lu}['’.-]?\p{Lu}|(?<!\p{L})\p{Lu}[hr]?\.|(?<!\p{L})(?:M(?:mes?|lles?|grs?|es?|r)|Drs?|Pr|Stes?|Sts?|Vve|Lt|Cdt|Gal|Cne|Cie|vs|svp|bd|bld|Bd|fg|[IVX]+(?:er|re|e))(?!\p{L})|(?<!\p{L})(?:etc|[Cc]f|ibid|ex|cit|av|boul|pl|tél|d|l|p|v|e|liv|chap|ch|t|vol|fig|sect|art|sc|ps|hab|s|ms|dép|janv|févr|sept)\.|(?<!\p{L})[IVX](?!\p{L})|(?<!\p{L})[ivxl]+e? siècle|\p{L} [ivxlc]+(?![\p{L}'’])|et\/ou|\p{L}\.\p{L}{2}/u,
  rules: [
    (text) => sayAddresses(text, addressWords),
    sayDates,
    sayTimes,
    sayMoney,
    sayOrdinals,
    sayUnits,
    (text) => sayPowers(text, powerWords),
    sayRoman,
    sayAbbreviations,
    sayFrenchInitials,
    sayNumerals,
    (text) => saySigns(text, signWords),
    sayFrenchCapitals,
  ],
}
