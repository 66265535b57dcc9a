// What Pandoc and others add to Markdown and CommonMark would show as text: taken out before rendering.

const attributes = String.raw`\{\s*(?:[.#][^{}]*|[\w:-]+=[^{}]*)\}`
/** `[text]{.class}`: the text stays. */
const spans = new RegExp(String.raw`\[([^\[\]]*)\]${attributes}`, 'g')
/** `![alt](image){.class}`, `# Heading {#id}`. */
const trailing = new RegExp(String.raw`(\)|[ \t])${attributes}`, 'g')
const divs = /^ {0,3}:{3,}.*$/gm
const noteDefinition = /^ {0,3}\[\^[^\]\s]+\]:[ \t]*(?=\S)/gm
const noteMark = /\[\^[^\]\s]{1,64}\]/g

/** Also gives notes their own section and drops their marks. */
export function withoutExtensions(markdown: string): string {
  if (!/[{:]|\[\^/.test(markdown)) return markdown
  return markdown
    .replace(noteDefinition, '<p class="footnote">')
    .replace(noteMark, '')
    .replace(spans, '$1')
    .replace(trailing, '$1')
    .replace(divs, '')
}
