// Spanish: which of its written forms are spoken otherwise.
import type { LanguageRules } from './language-rules.ts'

export const spanish: LanguageRules = { special: /(?!)/, rules: [] }
