// An XHTML 1.1 document of an EPUB 2 as EPUB 3 wants it: what HTML has given up becomes what it has now.
import {
  attributeOf,
  localNameOf,
  partnersOf,
  prefixOf,
  type MarkupTag,
  type ScannedMarkup,
  type TextEdit,
} from '../../base/markup-tag.ts'

/** Elements that HTML no longer has: another name, and how it looks. */
const renamed: Readonly<Record<string, { name: string; style?: string }>> = {
  acronym: { name: 'abbr' },
  big: { name: 'span', style: 'font-size: larger' },
  center: { name: 'div', style: 'text-align: center' },
  dir: { name: 'ul' },
  font: { name: 'span' },
  // EPUB 2 never had it, and checkers do not agree on what may stand in it.
  hgroup: { name: 'div' },
  strike: { name: 's' },
  tt: { name: 'span', style: 'font-family: monospace' },
}

const length = (value: string): string => (/^\d+$/.test(value) ? `${value}px` : value)
/** Elements whose size is an attribute still. */
const sized: ReadonlySet<string> = new Set(
  'img object embed iframe video canvas svg rect image'.split(' '),
)

/** What attributes say that HTML no longer has: as a style, or not at all. */
const attributeStyles: Readonly<
  Record<string, (value: string, element: string) => string | null | undefined>
> = {
  align: (value, element) =>
    /^(?:img|table|object)$/.test(element) && /^(?:left|right)$/.test(value)
      ? `float: ${value}`
      : /^(?:left|right|center|justify)$/.test(value)
        ? `text-align: ${value}`
        : null,
  background: () => null,
  bgcolor: (value) => `background-color: ${value}`,
  border: (value, element) => (element === 'object' ? null : `border: ${length(value)} solid`),
  cellpadding: () => null,
  cellspacing: (value) => `border-spacing: ${length(value)}`,
  clear: (value) => `clear: ${value === 'all' ? 'both' : value}`,
  color: (value) => `color: ${value}`,
  face: (value) => `font-family: ${value.replaceAll('"', "'")}`,
  height: (value, element) => (sized.has(element) ? undefined : `height: ${length(value)}`),
  nowrap: () => 'white-space: nowrap',
  text: (value, element) => (element === 'body' ? `color: ${value}` : undefined),
  type: (value, element) =>
    /^(?:ul|li)$/.test(element)
      ? /^[a-z]{2,}$/.test(value)
        ? `list-style-type: ${value}`
        : null
      : undefined,
  valign: (value) => `vertical-align: ${value}`,
  width: (value, element) => (sized.has(element) ? undefined : `width: ${length(value)}`),
}
const dropped: ReadonlySet<string> = new Set(
  (
    'alink axis char charoff charset compact coords frame hspace language link longdesc noshade profile rev ' +
    'rules scheme shape summary version vlink vspace'
  ).split(' '),
)
const keptBy: Readonly<Record<string, ReadonlySet<string>>> = {
  charset: new Set(['meta', 'script']),
  coords: new Set(['area']),
  shape: new Set(['area']),
}
/** Those that XML itself does not know. */
const namedEntity = /&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z]\w{1,31};/g
const metaDirections = /^(?:content-type|default-style|refresh|x-ua-compatible)$/i

/**
 * Null for a document that brings definitions of its own: without them it would be another one; and for one
 * that says of no element that it is XHTML's.
 */
export function upgradeDocument(
  text: string,
  { tags, doctype }: ScannedMarkup,
  entityText: (entity: string) => string | null,
): TextEdit[] | null {
  const root = tags.find((tag) => localNameOf(tag) === 'html')
  if (!root?.attributes.some(({ value }) => value === 'http://www.w3.org/1999/xhtml')) return null
  const edits: TextEdit[] = []
  if (doctype) {
    if (text.slice(doctype.from, doctype.to).includes('[')) return null
    edits.push({ ...doctype, text: '<!DOCTYPE html>' })
  }
  for (const { 0: entity, index } of text.matchAll(namedEntity)) {
    const said = entityText(entity)
    if (said !== null) edits.push({ from: index, to: index + entity.length, text: said })
  }
  const partners = partnersOf(tags)
  const places = new Set(tags.flatMap((tag) => attributeOf(tag, 'id') ?? []))
  let foreign = -1
  for (const [index, tag] of tags.entries()) {
    if (index <= foreign) continue
    const name = localNameOf(tag)
    // Pictures and formulas have languages of their own.
    if ((name === 'svg' || name === 'math') && tag.kind === 'open') {
      foreign = partners[index] ?? -1
      continue
    }
    if (tag.kind === 'close') {
      const other = renamed[name]
      if (other) edits.push({ ...placeOf(tag), text: `</${prefixOf(tag)}${other.name}>` })
      continue
    }
    if (name === 'meta' && attributeOf(tag, 'http-equiv') !== undefined)
      edits.push(...metaEdits(tag))
    else if (needsChange(tag, name)) {
      const written = upgradedTag(text, tag, name, places)
      const said = written.replace(namedEntity, (entity) => entityText(entity) ?? entity)
      edits.push({ ...placeOf(tag), text: said })
    }
  }
  return edits
}

const placeOf = ({ from, to }: MarkupTag) => ({ from, to })

function metaEdits(tag: MarkupTag): TextEdit[] {
  const direction = attributeOf(tag, 'http-equiv') ?? ''
  if (!metaDirections.test(direction)) return [{ ...placeOf(tag), text: '' }]
  const content = tag.attributes.find((attribute) => attribute.name === 'content')
  if (!/^content-type$/i.test(direction) || !content) return []
  return [{ from: content.from, to: content.to, text: 'content="text/html; charset=utf-8"' }]
}

const isOver = (attribute: string, element: string): boolean =>
  dropped.has(attribute) && !keptBy[attribute]?.has(element)

const needsChange = ({ attributes }: MarkupTag, element: string): boolean =>
  element in renamed ||
  attributes.some(
    ({ name, value }) =>
      isOver(name, element) ||
      attributeStyles[name]?.(value.trim(), element) !== undefined ||
      (name === 'name' && /^(?:a|img)$/.test(element)),
  )

/** Written anew: what stays of it is copied as it stands. */
function upgradedTag(text: string, tag: MarkupTag, element: string, places: Set<string>): string {
  const other = renamed[element]
  const styles = other?.style ? [other.style] : []
  const kept: string[] = []
  const hasId = attributeOf(tag, 'id') !== undefined
  for (const { name, value, from, to } of tag.attributes) {
    const style = attributeStyles[name]?.(value.trim(), element)
    if (name === 'style') styles.push(value.trim().replace(/;$/, ''))
    else if (style !== undefined) styles.push(...(style === null ? [] : [style]))
    else if (name === 'name' && /^(?:a|img)$/.test(element)) {
      // Where a link leads to.
      if (!hasId && !places.has(value) && !/\s/.test(value)) kept.push(`id="${quoted(value)}"`)
      places.add(value)
    } else if (!isOver(name, element) && !(element === 'font' && name === 'size'))
      kept.push(text.slice(from, to))
  }
  if (styles.length > 0) kept.push(`style="${quoted(styles.filter(Boolean).join('; '))}"`)
  const name = other ? prefixOf(tag) + other.name : tag.name
  return `<${[name, ...kept].join(' ')}${tag.kind === 'empty' ? '/' : ''}>`
}

const quoted = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
