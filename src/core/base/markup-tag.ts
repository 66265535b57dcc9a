// Tags of an XML document with where they stand: what is changed in it goes by these places.

/** In UTF-16 units; `to` is behind it. */
export type MarkupPlace = { from: number; to: number }

export type MarkupTag = MarkupPlace & {
  kind: 'open' | 'close' | 'empty'
  /** As it is written, with its prefix. */
  name: string
  attributes: (MarkupPlace & { name: string; value: string })[]
}

export type ScannedMarkup = {
  tags: MarkupTag[]
  doctype: MarkupPlace | null
  /** `<?xml … ?>` */
  declaration: MarkupPlace | null
}

/** A stretch of a text and what stands there afterwards. */
export type TextEdit = MarkupPlace & { text: string }

/** What is put in at one place stands as it was given, before what is replaced there; of two that overlap the first holds. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = []
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (edit.from < at) continue
    parts.push(text.slice(at, edit.from), edit.text)
    at = edit.to
  }
  parts.push(text.slice(at))
  return parts.join('')
}

/** A name without its prefix, in lower case. */
export const localNameOf = ({ name }: Pick<MarkupTag, 'name'>): string =>
  name.slice(name.indexOf(':') + 1).toLowerCase()

/** A name's prefix with its colon; empty where it has none. */
export const prefixOf = ({ name }: Pick<MarkupTag, 'name'>): string =>
  name.slice(0, name.indexOf(':') + 1)

export const attributeOf = (tag: MarkupTag, name: string): string | undefined =>
  tag.attributes.find((attribute) => attribute.name === name)?.value

/** For each tag the index of the one that it opens or closes with; −1 where it stands alone. */
export function partnersOf(tags: readonly MarkupTag[]): number[] {
  const partners = tags.map(() => -1)
  const open: number[] = []
  for (const [index, { kind, name }] of tags.entries()) {
    if (kind === 'open') open.push(index)
    if (kind !== 'close') continue
    // One that closes nothing, or goes over others, closes nothing here either.
    const last = open.at(-1)
    if (last === undefined || tags[last]?.name !== name) continue
    open.pop()
    partners[index] = last
    partners[last] = index
  }
  return partners
}
