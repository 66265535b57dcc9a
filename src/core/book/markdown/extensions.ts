// What Pandoc and others add to Markdown and CommonMark would show as text: taken out before rendering.
import { plainLines } from './lines.ts'

const attributes = String.raw`\{\s*(?:[.#][^{}]*|[\w:-]+=[^{}]*)\}`
/** `[text]{.class}`: the text stays. Its bracket is looked for backwards, so far. */
const spanEnd = new RegExp(String.raw`\]${attributes}`, 'g')
const maxSpan = 2000
/** `![alt](image){.class}`, `# Heading {#id}`. */
const trailing = new RegExp(String.raw`(\)|[ \t])${attributes}`, 'g')
const divs = /^((?:[ \t>]|[-*+]|\d{1,9}[.)])*?):{3,}.*$/gm
/** `` `<b>`{=html} ``: Pandoc's raw HTML. */
const rawHtml = /`([^`\n]*)`\{=\w+\}/g

export function withoutExtensions(markdown: string): string {
  if (!/[{:|]|\[\^/.test(markdown)) return markdown
  const whole = plainLines(markdown.split('\n'))
    .join('\n')
    .replace(rawHtml, '$1')
    .replace(trailing, '$1')
    .replace(divs, '$1')
  return withoutSpans(whole)
}

/** Where the bracket opens that closes at `close`; -1 when it is too far or nowhere. */
function openingOf(text: string, close: number): number {
  let depth = 0
  for (let at = close - 1; at >= Math.max(0, close - maxSpan); at--) {
    if (text[at] === ']') depth += 1
    else if (text[at] === '[' && depth-- === 0) return at
  }
  return -1
}

function withoutSpans(text: string): string {
  const cuts: [from: number, to: number][] = []
  for (const { 0: end, index } of text.matchAll(spanEnd)) {
    const open = openingOf(text, index)
    if (open >= 0) cuts.push([open, open + 1], [index, index + end.length])
  }
  cuts.sort(([a], [b]) => a - b)
  let out = ''
  let at = 0
  for (const [from, to] of cuts) {
    out += text.slice(at, Math.max(at, from))
    at = Math.max(at, to)
  }
  return out + text.slice(at)
}
