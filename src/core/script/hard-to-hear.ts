// Lines that are made for the eye: tables, formulas, addresses, lists of figures. A listener gets nothing of them.

/** Signs that no sentence has many of; letters, digits and what punctuates a sentence are none. */
const oddSigns = /[^\p{L}\p{M}\p{N}\s.,;:!?'"“”‘’«»„‚‹›…()¿¡–—-]/gu
const formula = /[=≈≠≤≥±×÷∑∏∫√∂∞→↔∈∉⊂∪∩∀∃]|\b[a-z]\s*[\^_]\s*[\w{]|\b[A-Z][a-z]?\d+(?=[A-Z]|\b)/u
const address = /\b(?:https?:\/\/|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.\w+/iu
/** Cells of a table, as rows of it are told. */
const cells = /(?:\t| \| |;\s*\S[^;]*;\s*\S[^;]*;)/u
const figures = /\p{N}[\p{N}.,%]*/gu

/** So large a part of the signs that are no white space. */
const oddShare = 0.12
const figureShare = 0.3
const shortest = 4

/** By its signs alone; no language is known here. */
export function isHardToHear(text: string): boolean {
  const signs = text.replace(/\s+/g, '')
  if (signs.length < shortest || !/[\p{L}\p{N}]/u.test(signs)) return false
  if (formula.test(text) || address.test(text) || cells.test(text)) return true
  const odd = text.match(oddSigns)?.length ?? 0
  const inFigures = (text.match(figures) ?? []).reduce((sum, each) => sum + each.length, 0)
  const hasSeveralFigures = (text.match(figures)?.length ?? 0) >= 3
  return (
    odd / signs.length > oddShare || (hasSeveralFigures && inFigures / signs.length > figureShare)
  )
}
