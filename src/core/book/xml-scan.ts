// Small helps for XML that is read element by element: whole streams through the parser, named attributes.
import { createMarkupParser, type MarkupEvents } from './markup.ts'

/** Sends a decoded XML document through the parser. Throws MarkupLimitError. */
export async function scanXml(chunks: AsyncIterable<string>, events: MarkupEvents): Promise<void> {
  const parser = createMarkupParser('xml', events)
  for await (const chunk of chunks) parser.write(chunk)
  parser.end()
}

/** An attribute by its name without prefix; `usual` is the prefix that nearly every file has. */
export function attributeOf(
  attributes: Record<string, string>,
  usual: string,
  name: string,
): string | undefined {
  const expected = attributes[`${usual}:${name}`]
  if (expected !== undefined) return expected
  const ending = `:${name}`
  for (const key in attributes) if (key === name || key.endsWith(ending)) return attributes[key]
  return undefined
}

/** Texts of the wanted elements of a small document, as long as they are not too many or too long. */
export async function scanTexts(
  chunks: AsyncIterable<string>,
  wanted: ReadonlySet<string>,
): Promise<{ name: string; text: string }[]> {
  const found: { name: string; text: string }[] = []
  let inside: { name: string; text: string } | null = null
  await scanXml(chunks, {
    open(name) {
      if (!wanted.has(name) || found.length >= 200) return
      inside = { name, text: '' }
      found.push(inside)
    },
    text(data) {
      if (inside && inside.text.length < 2000) inside.text += data
    },
    close(name) {
      if (inside?.name === name) inside = null
    },
  })
  return found
}
