// A package of EPUB 2 as one of EPUB 3: what was said in attributes is said in elements of its own.
import { attributeOf, localNameOf, type MarkupTag, type TextEdit } from '../../base/markup-tag.ts'
import {
  insertAttribute,
  withSpace,
  type PackageElements,
  type ReadPackage,
} from './package-elements.ts'

export type PackageUpgrade = {
  /** The new navigation document, from the package. */
  navHref: string
  /** What the package must say of its documents, by the item's `href` as it is written. */
  propertiesOf: (href: string) => readonly string[]
  /** The cover's picture, by the item's id. */
  coverId: string | null
}

/** `prefix` begins new ids. */
type Writing = PackageElements & { prefix: string }

export type UpgradedPackage = { edits: TextEdit[]; metas: string[]; items: string[] }

/** Refinements of a name: role and how it is filed. */
const refined: Readonly<Record<string, string>> = { role: 'role', 'file-as': 'file-as' }
/** They told what EPUB 3 no longer asks. */
const forgotten: ReadonlySet<string> = new Set(['scheme', 'event'])
const itemsForgotten: ReadonlySet<string> = new Set([
  'fallback-style',
  'required-modules',
  'required-namespace',
])

/** Null for a package of a kind before EPUB 2, or one in which no version is. */
export function upgradePackage(
  read: ReadPackage,
  { navHref, propertiesOf, coverId }: PackageUpgrade,
  write: Writing,
): UpgradedPackage | null {
  const { tags } = read
  if (tags.some((tag) => localNameOf(tag) === 'dc-metadata')) return null
  const version = tags
    .find((tag) => localNameOf(tag) === 'package')
    ?.attributes.find(({ name }) => name === 'version')
  if (!version) return null
  const upgraded: UpgradedPackage = {
    edits: [{ from: version.from, to: version.to, text: 'version="3.0"' }],
    metas: [],
    items: [write.item(`${write.prefix}nav`, navHref, 'application/xhtml+xml', 'nav')],
  }
  let dates = 0
  for (const [index, tag] of tags.entries()) {
    if (tag.kind === 'close') continue
    const name = localNameOf(tag)
    const end = tags[read.partners[index] ?? -1] ?? tag
    if (tag.name.startsWith('dc:')) {
      if (name === 'date') dates += 1
      const isEmpty = read.text.slice(tag.to, Math.max(tag.to, end.from)).trim() === ''
      if (isEmpty || (name === 'date' && dates > 1))
        upgraded.edits.push({ from: tag.from, to: end.to, text: '' })
      else refine(read.text, tag, upgraded, { ...write, prefix: `${write.prefix}name-${index}` })
    } else if (name === 'tours') upgraded.edits.push({ from: tag.from, to: end.to, text: '' })
    else if (name === 'meta') upgraded.edits.push(...without(read.text, tag, forgotten))
    else if (name === 'item')
      upgraded.edits.push(...itemEdits(read.text, tag, propertiesOf, coverId))
  }
  return upgraded
}

function refine(text: string, tag: MarkupTag, upgraded: UpgradedPackage, write: Writing): void {
  const id = attributeOf(tag, 'id')
  let isRefined = false
  for (const { name, value, from, to } of tag.attributes) {
    const local = name.slice(name.indexOf(':') + 1)
    const property = refined[local]
    const isTyped = name.endsWith(':type')
    if (property === undefined && !forgotten.has(local) && !isTyped) continue
    upgraded.edits.push({ from: withSpace(text, from), to, text: '' })
    if (property === undefined || value.trim() === '') continue
    isRefined = true
    upgraded.metas.push(write.meta(property, value, `#${id ?? write.prefix}`))
  }
  if (isRefined && id === undefined) upgraded.edits.push(insertAttribute(tag, 'id', write.prefix))
}

const without = (text: string, tag: MarkupTag, names: ReadonlySet<string>): TextEdit[] =>
  tag.attributes
    .filter(({ name }) => names.has(name.slice(name.indexOf(':') + 1)))
    .map(({ from, to }) => ({ from: withSpace(text, from), to, text: '' }))

function itemEdits(
  text: string,
  tag: MarkupTag,
  propertiesOf: PackageUpgrade['propertiesOf'],
  coverId: string | null,
): TextEdit[] {
  const isCover = coverId !== null && attributeOf(tag, 'id') === coverId
  const properties = [
    ...propertiesOf(attributeOf(tag, 'href') ?? ''),
    ...(isCover ? ['cover-image'] : []),
  ]
  const edits = without(text, tag, itemsForgotten)
  return properties.length === 0
    ? edits
    : [...edits, insertAttribute(tag, 'properties', properties.join(' '))]
}
