// Spanish: which of its written forms are spoken otherwise, and which concern goes first.
import type { LanguageRules } from './language-rules.ts'
import { sayAbbreviations } from './spanish-abbreviations.ts'
import { saySpanishCapitals, saySpanishInitials } from './spanish-capitals.ts'
import { sayDates } from './spanish-dates.ts'
import { sayMoney } from './spanish-money.ts'
import { sayNumerals } from './spanish-numerals.ts'
import { sayOrdinals } from './spanish-ordinals.ts'
import { sayRoman } from './spanish-roman.ts'
import { addressWords, powerWords, signWords } from './spanish-signs.ts'
import { sayTimes } from './spanish-times.ts'
import { sayUnits } from './spanish-units.ts'
import { sayPowers } from './powers.ts'
import { saySigns } from './spoken-signs.ts'
import { sayAddresses } from './addresses.ts'

export const spanish: LanguageRules = {
  // Digits and signs · two capitals · initials and short forms · a Roman number of one letter.
  special:
    /[\p{N}$£€¥¢%‰§©®™&@#+=×÷<>≤≥≠≈~±°ºª]|\p{Lu}['’.-]?\p{Lu}|(?<!\p{L})\p{Lu}[hr]?\.|(?<!\p{L})(?:[SsDd]r(?:a|ta|es|as|tas)?|Dña|dña|Da|Dres|Profa?|Lic|L?c?do|Ing|Arq|[Gg]ral|Cnel|Cap|Tte|Sgto|Cmdte|St[oa]|Fr|Mons|Rvdo|Excm[oa]|Ilm[oa]|Vda|Hn[oa]s?|Ntr[oa]|[Aa]v(?:da)?|Pza|Pl|[UuVv]ds?|[Vv]md|etc|ej|dec|cit|ib[ií]d|[Cc]fr?|vs|aprox|[Dd]e?pto|[Cc]ía|hab|[adphtcesiq]|pp|págs?|caps?|vols?|figs?|arts?|lib|lám|ed|col|[Tt]el|núms?|nro|secc|esc|sal|atte)\.|[Cc]\/|(?<!\p{L})[IVX](?!\p{L})|\p{L} [ivxlc]+(?![\p{L}'’])|y\/o|\p{L}\.\p{L}{2}/u,
  rules: [
    (text) => sayAddresses(text, addressWords),
    sayDates,
    sayTimes,
    sayMoney,
    sayUnits,
    (text) => sayPowers(text, powerWords),
    sayRoman,
    sayOrdinals,
    sayAbbreviations,
    saySpanishInitials,
    sayNumerals,
    (text) => saySigns(text, signWords),
    saySpanishCapitals,
  ],
}
