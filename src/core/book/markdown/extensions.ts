// What Pandoc and others add to Markdown and CommonMark would show as text: taken out before rendering.

const attributes = String.raw`\{\s*(?:[.#][^{}]*|[\w:-]+=[^{}]*)\}`
const link = String.raw`\[[^\[\]]{0,200}\](?:\([^()\s]{0,300}\))?`
/** `[text]{.class}`: the text stays. It may hold links. Bounded, because a page of `[` must not cost more. */
const spans = new RegExp(String.raw`\[((?:[^\[\]]|${link}){0,600})\]${attributes}`, 'g')
/** `![alt](image){.class}`, `# Heading {#id}`. */
const trailing = new RegExp(String.raw`(\)|[ \t])${attributes}`, 'g')
const divs = /^((?:[ \t>]|[-*+]|\d{1,9}[.)])*?):{3,}.*$/gm
/** `` `<b>`{=html} ``: Pandoc's raw HTML. */
const rawHtml = /`([^`\n]*)`\{=\w+\}/g
/** The same as a block of its own. */
const rawBlock = /^[ \t>]*(`{3,})[ \t]*\{=\w+\}[ \t]*\n([\s\S]{0,4000}?)\n[ \t>]*\1[ \t]*$/gm
const noteDefinition = /^ {0,3}\[\^[^\]\s]+\]:[ \t]*(?=\S)/gm
const noteMark = /\[\^[^\]\s]{1,64}\]/g

/** Also gives notes their own section and drops their marks. */
export function withoutExtensions(markdown: string): string {
  if (!/[{:]|\[\^/.test(markdown)) return markdown
  return markdown
    .replace(noteDefinition, '<p class="footnote">')
    .replace(noteMark, '')
    .replace(rawBlock, '$2')
    .replace(rawHtml, '$1')
    .replace(trailing, '$1')
    .replace(spans, '$1')
    .replace(divs, '$1')
}
