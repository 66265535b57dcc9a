// A formula in a sentence: said where its signs follow one another, only shown where they stand above, below
// or under one another, for nobody understands them by their letters.

export type InlineFormula = {
  /** Whether an element is in one. */
  readonly inside: boolean
  /** `at`: where in the text; `block`: which text that is, where there are several. */
  open(name: string, at: number, block?: number): void
  text(data: string): void
  /** Where a formula began that ends and is only shown; null for anything else. */
  close(name: string, block?: number): number | null
}

/** Longer ones are read by the eye. */
const mostSigns = 5

/** Elements that only group what is in them, in MathML and in Word. */
const plainElements: ReadonlySet<string> = new Set([
  ...['math', 'mrow', 'mi', 'mn', 'mo', 'mtext', 'mspace', 'mstyle', 'mpadded', 'semantics'],
  ...['oMath', 'oMathPara', 'r', 't', 'rPr', 'ctrlPr', 'sty', 'rFonts', 'i', 'b', 'sz', 'nor'],
])

/** `root`: the element that is a formula. */
export function createInlineFormula(root: 'math' | 'oMath'): InlineFormula {
  let depth = 0
  let isFlat = true
  let signs = 0
  let from = 0
  let text = 0
  return {
    get inside() {
      return depth > 0
    },
    open(name, at, block = 0) {
      if (name === root) depth += 1
      if (name === root && depth === 1) {
        isFlat = true
        signs = 0
        from = at
        text = block
      } else if (depth > 0 && !plainElements.has(name)) isFlat = false
    },
    text(data) {
      if (depth > 0 && data.trim() !== '') signs += 1
    },
    close(name, block = 0) {
      if (name !== root || depth === 0) return null
      depth -= 1
      const isPlain = isFlat && signs <= mostSigns
      return depth > 0 || isPlain || block !== text ? null : from
    },
  }
}
