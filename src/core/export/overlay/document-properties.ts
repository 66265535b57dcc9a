// What an EPUB 3's package must say of a document: EPUB 2 asked for nothing of the kind.
import { attributeOf, localNameOf, type MarkupTag } from '../../base/markup-tag.ts'

/** Values of an item's `properties` (w3.org/TR/epub-33 §D.2.5). */
export function documentProperties(tags: readonly MarkupTag[]): string[] {
  const found = new Set<string>()
  for (const tag of tags) {
    if (tag.kind === 'close') continue
    const name = localNameOf(tag)
    if (name === 'svg') found.add('svg')
    else if (name === 'math') found.add('mathml')
    else if (name === 'form' || (name === 'script' && isProgram(tag))) found.add('scripted')
    if (tag.attributes.some((attribute) => /^on[a-z]+$/.test(attribute.name))) found.add('scripted')
    // A link is followed, a picture is shown.
    const shown =
      attributeOf(tag, 'src') ?? (name === 'link' ? attributeOf(tag, 'href') : undefined)
    if (/^https?:\/\//i.test(shown?.trim() ?? '')) found.add('remote-resources')
  }
  return [...found].toSorted()
}

const isProgram = (tag: MarkupTag): boolean =>
  /^$|javascript|ecmascript|^module$/i.test(attributeOf(tag, 'type') ?? '')
