// A word processor's fields: an instruction, and the text that it gave last. Some of those texts are not the book's.

export type Fields = {
  begin(): void
  instruction(text: string): void
  separate(): void
  end(): void
  /** A field in one piece, its text still to come; closed by `end`. */
  simple(instruction: string): void
  /** An instruction that goes on over a paragraph's end was never closed. */
  endParagraph(): void
  /** A heading ends a table of contents that was never closed. */
  endContents(): void
  /** Whether text is the book's here. */
  readonly heard: boolean
  readonly contents: boolean
  readonly linked: boolean
  /** Where the innermost field leads to in the document; empty where it does not. */
  readonly anchor: string
}

type Field = { instruction: string; result: boolean }

const maxDepth = 200
const silent = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|NOTEREF)\b/i
const ofContents = /^\s*TOC\b/i
const inner = /^\s*HYPERLINK\s+(?:\\l\s+"|"#)([^"]*)"/i
const link = /^\s*HYPERLINK\b/i

export function createFields(): Fields {
  let stack: Field[] = []
  let heard = true
  let contents = false
  let linked = false

  /** Asked for every text: found out when something changes. */
  const settle = () => {
    heard = stack.every((field) => field.result && !silent.test(field.instruction))
    contents = stack.some((field) => ofContents.test(field.instruction))
    linked = stack.some((field) => link.test(field.instruction))
  }
  const push = (field: Field) => {
    if (stack.length < maxDepth) stack.push(field)
    settle()
  }

  return {
    begin: () => push({ instruction: '', result: false }),
    instruction(text) {
      const top = stack[stack.length - 1]
      if (top && !top.result && top.instruction.length < 400) top.instruction += text
      settle()
    },
    separate() {
      const top = stack[stack.length - 1]
      if (top) top.result = true
      settle()
    },
    end() {
      stack.pop()
      settle()
    },
    simple: (instruction) => push({ instruction, result: true }),
    endParagraph() {
      if (heard) return
      stack = stack.filter((field) => ofContents.test(field.instruction))
      for (const field of stack) field.result = true
      settle()
    },
    endContents() {
      stack = []
      settle()
    },
    get heard() {
      return heard
    },
    get contents() {
      return contents
    },
    get linked() {
      return linked
    },
    get anchor() {
      const instruction = stack[stack.length - 1]?.instruction ?? ''
      return inner.exec(instruction)?.[1] ?? ''
    },
  }
}
