// German: which of its written forms are spoken otherwise, and which concern goes first.
import { sayAddresses } from './addresses.ts'
import { sayAbbreviations } from './german-abbreviations.ts'
import { sayGermanCapitals, sayGermanInitials } from './german-capitals.ts'
import { sayDates } from './german-dates.ts'
import { sayMoney } from './german-money.ts'
import { sayNumerals } from './german-numerals.ts'
import { sayRoman } from './german-roman.ts'
import { addressWords, powerWords, signWords } from './german-signs.ts'
import { sayTimes } from './german-times.ts'
import { sayUnits } from './german-units.ts'
import type { LanguageRules } from './language-rules.ts'
import { sayPowers } from './powers.ts'
import { saySigns } from './spoken-signs.ts'

// Digits and signs · capitals in a row or with a stop · a Roman number of one letter · short forms ·
// names of files and places in the net. Without the flag u: it runs on every text.
const special = new RegExp(
  [
    String.raw`[0-9½⅓⅔¼¾⅕-⅞$£€¥¢%‰§©®™&@#+=×÷<>≤≥≠≈~±°*−]`,
    String.raw`[A-ZÀ-Þ](?:['’]?[A-ZÀ-Þ]|\.)`,
    String.raw`\b(?:Hrn?|Frl?n?|Drs?|Prof|Dipl|Ing|Mag|St|Gen|Hptm|O?b?Ltn?|Lt|Maj|Mme|Mlle|Mrs?|Se|Sr|Ew|Co|geb|gest|verh|sog|sogen|resp|jun|sen)\b[. ]`,
    String.raw`\b(?:usw|usf|etc|bzw|[cC]a|[vV]gl|evtl|ggf|inkl|exkl|zzgl|abzgl|bes|insb|dgl|ebd|Chr|v|op|[a-zäA-Z]\.[\s\u00a0\u202f]?[a-zA-ZäÄ]+)\.|[Ss]tr\.`,
    String.raw`\b[IVXLC]\b`,
    String.raw`[a-z]\.[a-z]{2}|\b(?:und|sie|er)\/`,
  ].join('|'),
)

export const german: LanguageRules = {
  special,
  rules: [
    (text) => sayAddresses(text, addressWords),
    sayTimes,
    sayDates,
    sayMoney,
    sayUnits,
    (text) => sayPowers(text, powerWords),
    sayRoman,
    sayAbbreviations,
    sayGermanInitials,
    sayNumerals,
    (text) => saySigns(text, signWords),
    sayGermanCapitals,
  ],
}
