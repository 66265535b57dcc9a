// What a markup file begins with: declarations and comments skipped in one pass, without backtracking.

export type Prologue = {
  /** Whether it begins with `<?xml`. */
  xml: boolean
  /** Name in the document type, lower case. */
  doctype: string | null
  /** Name of the first element, lower case; null when text or nothing comes first. */
  root: string | null
}

export function readPrologue(text: string): Prologue {
  const prologue: Prologue = { xml: false, doctype: null, root: null }
  let at = 0
  for (;;) {
    while (at < text.length && /\s|\ufeff/.test(text[at] ?? '')) at += 1
    if (text.startsWith('<?', at)) {
      prologue.xml ||= text.startsWith('<?xml', at)
      at = after(text, '?>', at)
    } else if (text.startsWith('<!--', at)) at = after(text, '-->', at)
    else if (text.startsWith('<!', at)) {
      const name = /^<!DOCTYPE\s+([\w:.-]+)/i.exec(text.slice(at, at + 200))?.[1]
      prologue.doctype ??= name?.toLowerCase() ?? null
      const end = text.indexOf('>', at)
      const subset = text.indexOf('[', at)
      at =
        subset >= 0 && subset < end
          ? after(text, '>', text.indexOf(']', subset))
          : after(text, '>', at)
    } else {
      const name = /^<([A-Za-z][\w:.-]*)/.exec(text.slice(at, at + 100))?.[1]
      prologue.root = name?.toLowerCase() ?? null
      return prologue
    }
  }
}

const after = (text: string, sign: string, from: number): number => {
  const found = from < 0 ? -1 : text.indexOf(sign, from)
  return found < 0 ? text.length : found + sign.length
}
