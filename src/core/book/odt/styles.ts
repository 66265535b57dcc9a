// OpenDocument's styles: what paragraphs and spans inherit that matters for reading aloud.
import { isCodeStyle } from '../code-lines.ts'
import type { MarkupEvents } from '../markup.ts'
import type { TitleLine } from '../flow.ts'
import { titleLineOf } from '../title-lines.ts'

type Style = {
  parent: string | null
  outline: number | null
  hidden: boolean | null
  raised: boolean | null
  pageBefore: boolean | null
  pageAfter: boolean | null
}

export type OdtStyles = {
  headingLevel(style: string): number
  /** `family`: `paragraph` or `text`. */
  isHidden(family: string, style: string): boolean
  isRaised(style: string): boolean
  titleLine(style: string): TitleLine | null
  breaksPage(style: string): { before: boolean; after: boolean }
  /** Whether its paragraphs are a program's lines. */
  isCode(style: string): boolean
  /** Whether its paragraphs are lines of a table of contents. */
  isContents(style: string): boolean
  /** The language of new documents, `en-US`. */
  readonly language: string | undefined
}

const maxChain = 50
const maxStyles = 50_000
const containers: ReadonlySet<string> = new Set(['styles', 'automatic-styles'])

/** Feed `events` with whatever has styles in it; elements outside their lists are passed over. */
export function createOdtStyles(): { events: MarkupEvents; styles: OdtStyles } {
  const byKey = new Map<string, Style>()
  let style: Style | null = null
  let isDefault = false
  let inside = 0
  let language: string | undefined

  const open = (name: string, attributes: Record<string, string>) => {
    if (containers.has(name)) inside += 1
    if (inside === 0) return
    if (name === 'style') {
      const outline = Number(attributes['style:default-outline-level'] ?? '')
      style = {
        parent: attributes['style:parent-style-name'] ?? null,
        outline: outline > 0 ? outline : null,
        hidden: null,
        raised: null,
        pageBefore: null,
        pageAfter: null,
      }
      const key = `${attributes['style:family'] ?? ''}:${attributes['style:name'] ?? ''}`
      if (byKey.size < maxStyles) byKey.set(key, style)
    } else if (name === 'default-style') isDefault = attributes['style:family'] === 'paragraph'
    else if (name === 'text-properties') {
      const own = attributes['fo:language']
      const country = attributes['fo:country']
      if (isDefault && own && own !== 'none')
        language ??= country && country !== 'none' ? `${own}-${country}` : own
      if (!style) return
      if (attributes['text:display']) style.hidden = attributes['text:display'] === 'none'
      const position = attributes['style:text-position']
      if (position) style.raised = /^(?:super|[1-9])/.test(position)
    } else if (name === 'paragraph-properties' && style) {
      if (attributes['fo:break-before']) style.pageBefore = attributes['fo:break-before'] === 'page'
      if (attributes['fo:break-after']) style.pageAfter = attributes['fo:break-after'] === 'page'
    }
  }

  const inherited = <T>(
    family: string,
    name: string,
    of: (style: Style, name: string) => T | null,
  ): T | null => {
    let each: string | null = name
    for (let step = 0; each !== null && each !== '' && step < maxChain; step++) {
      const known = byKey.get(`${family}:${each}`)
      const found = of(known ?? unknown, each)
      if (found !== null || !known) return found
      each = known.parent
    }
    return null
  }

  const styles: OdtStyles = {
    headingLevel: (name) =>
      inherited('paragraph', name, (each, own) => each.outline ?? headingOfName(own)) ?? 0,
    isHidden: (family, name) => inherited(family, name, (each) => each.hidden) ?? false,
    titleLine: (name) => inherited('paragraph', name, (_, own) => titleLineOf(own.toLowerCase())),
    isRaised: (name) => inherited('text', name, (each) => each.raised) ?? false,
    breaksPage: (name) => ({
      before: inherited('paragraph', name, (each) => each.pageBefore) ?? false,
      after: inherited('paragraph', name, (each) => each.pageAfter) ?? false,
    }),
    isCode: (name) =>
      inherited('paragraph', name, (_, own) =>
        isCodeStyle(own.replaceAll('_20_', ' ').toLowerCase()) ? true : null,
      ) ?? false,
    isContents: (name) =>
      inherited('paragraph', name, (_, own) =>
        /^(?:Contents|Illustration_20_Index|Table_20_index)_20_(?:\d+|Heading)$/.test(own)
          ? true
          : null,
      ) ?? false,
    get language() {
      return language
    },
  }
  return {
    styles,
    events: {
      open,
      text() {},
      close(name) {
        if (containers.has(name)) inside -= 1
        if (name === 'style') style = null
        if (name === 'default-style') isDefault = false
      },
    },
  }
}

const unknown: Style = {
  parent: null,
  outline: null,
  hidden: null,
  raised: null,
  pageBefore: null,
  pageAfter: null,
}

/** The names that the office's own styles have in every language; spaces are written `_20_`. */
function headingOfName(name: string): number | null {
  if (name === 'Title') return 1
  const number = /^Heading_20_(\d{1,2})$/.exec(name)?.[1]
  return number === undefined ? null : Number(number)
}
