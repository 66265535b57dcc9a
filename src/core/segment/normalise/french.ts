// French: which of its written forms are spoken otherwise.
import type { LanguageRules } from './language-rules.ts'

export const french: LanguageRules = { special: /(?!)/, rules: [] }
