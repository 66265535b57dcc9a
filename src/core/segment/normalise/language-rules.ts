// What one language knows of how its signs, numbers and short forms are spoken.
import type { Rewrite } from '../apply-rewrites.ts'

export type LanguageRules = {
  /** Finds whether there may be anything to say otherwise; most sentences of a novel fail it at once. */
  special: RegExp
  /** Each finds its own concern in the text as it is written; earlier ones go before later ones. */
  rules: readonly ((text: string) => Rewrite[])[]
}
