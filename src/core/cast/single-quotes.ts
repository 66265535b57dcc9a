// Speech in single marks: which of them are apostrophes, and which one closes.

/** Words that lose their beginning: an apostrophe opens them. */
const clipped =
  /^['‘](?:tis|twas|twere|twill|twould|twixt|em|er|im|is|ere|ow|ome|ave|ad|bout|cause|til|till|n|un|round|cross|neath|gainst|pon|mongst|spect|fraid|nough|scuse|prentice|stead)\b/iu

/** The mark stands before a word and behind none, and is no apostrophe that clips the word. */
export function opensSingle(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' '
  if (!/[\s([—–―“"-]/u.test(before) || !/[^\s\d]/u.test(text[at + 1] ?? ' ')) return false
  if (text[at + 1] === '’') return false
  if (text[at] === '‘') return !/^‘(?:em|tis|twas)\b/i.test(text.slice(at, at + 6))
  return !clipped.test(text.slice(at, at + 12))
}

/** A word or two named and not said: `the ‘wax doll’ of the house`. */
const longestNamed = 40

/**
 * The place of the mark that closes what opens at `at`, or -1. A mark behind a sign closes; one behind a
 * letter is an apostrophe (`the boys’ room`), unless so few words without a sign stand before it that they
 * are a name or an expression.
 */
export function closeSingle(text: string, at: number): number {
  let nested: string | null = null
  let weak = -1
  const lastCurly = text.lastIndexOf('”')
  const lastStraight = text.lastIndexOf('"')
  for (let end = at + 1; end < text.length; end++) {
    const sign = text[end] ?? ''
    if (nested !== null) {
      if (sign === nested) nested = null
      continue
    }
    if (sign === '“' && end < lastCurly) nested = '”'
    if (sign === '"' && end < lastStraight) nested = '"'
    if (sign !== '’' && sign !== "'") continue
    const after = text[end + 1] ?? ' '
    if (!/[\s.,;:!?)\]—–―”"-]/u.test(after)) continue
    const before = text[end - 1] ?? ''
    if (/[.,;:!?…—–―)\]_*”"-]/u.test(before)) return end
    if (weak < 0 && isNamed(text.slice(at + 1, end), text.slice(Math.max(0, at - 2), at)))
      return end
    weak = end
  }
  // Speech that no sign closes, at the end of its paragraph: `‘Wooed and married and a’.`
  return weak >= 0 && text.length - weak < 4 ? weak : -1
}

const isNamed = (words: string, before: string): boolean =>
  words.length <= longestNamed && /\p{L}\s$/u.test(before) && !/[.,;:!?—]/.test(words)
