// Word's styles: what a paragraph or a run inherits that matters for reading aloud.
import { isCodeStyle } from '../code-lines.ts'
import type { TitleLine } from '../flow.ts'
import { titleLineOf } from '../title-lines.ts'
import { attributeOf } from '../xml-scan.ts'
import type { MarkupEvents } from '../markup.ts'

type Style = {
  name: string
  basedOn: string | null
  /** 0 to 8; 9 is body text. */
  outline: number | null
  hidden: boolean | null
  raised: boolean | null
  pageBreakBefore: boolean | null
  numbering: { id: string | null; level: number | null }
}

export type Numbered = { id: string; level: number }

export type Styles = {
  /** 1 to 9 for a heading, 0 for anything else. */
  headingLevel(id: string): number
  isHidden(id: string): boolean
  isRaised(id: string): boolean
  titleLine(id: string): TitleLine | null
  /** Whether its paragraphs are a program's lines. */
  isCode(id: string): boolean
  beginsPage(id: string): boolean
  /** Whether its paragraphs are lines of a table of contents. */
  isContents(id: string): boolean
  numbering(id: string): Numbered | null
  /** The paragraph style of paragraphs that name none. */
  readonly standard: string
  /** The language that the program set by itself. */
  readonly language: string | undefined
}

/** A chain of inheritance that is longer is a ring. */
const maxChain = 50
const maxStyles = 20_000

/** False for the words that switch a property off. */
export const isOn = (value: string | undefined): boolean =>
  value !== '0' && value !== 'false' && value !== 'off' && value !== 'none'

const value = (attributes: Record<string, string>) => attributeOf(attributes, 'w', 'val')

/** Feed `events` with styles.xml. */
export function createStyles(): { events: MarkupEvents; styles: Styles } {
  const byId = new Map<string, Style>()
  let style: Style | null = null
  let standard = ''
  let language: string | undefined
  /** Inside what was before a tracked change. */
  let former = 0

  const open = (name: string, attributes: Record<string, string>) => {
    if (former > 0 || name.endsWith('PrChange')) return void (former += 1)
    if (name === 'lang') language ??= style ? undefined : value(attributes)
    if (name === 'style') {
      const id = attributeOf(attributes, 'w', 'styleId') ?? ''
      style = {
        name: '',
        basedOn: null,
        outline: null,
        hidden: null,
        raised: null,
        pageBreakBefore: null,
        numbering: { id: null, level: null },
      }
      const isParagraph = attributeOf(attributes, 'w', 'type') === 'paragraph'
      const isDefault = attributeOf(attributes, 'w', 'default')
      if (isParagraph && isDefault !== undefined && isOn(isDefault)) standard = id
      if (byId.size < maxStyles) byId.set(id, style)
    } else if (!style) return
    else if (name === 'name') style.name = (value(attributes) ?? '').toLowerCase()
    else if (name === 'basedOn') style.basedOn = value(attributes) ?? null
    else if (name === 'outlineLvl') style.outline = Number(value(attributes) ?? 9)
    else if (name === 'vertAlign') style.raised = value(attributes) === 'superscript'
    else if (name === 'vanish') style.hidden = isOn(value(attributes))
    else if (name === 'pageBreakBefore') style.pageBreakBefore = isOn(value(attributes))
    else if (name === 'numId') style.numbering.id = value(attributes) ?? null
    else if (name === 'ilvl') style.numbering.level = Number(value(attributes) ?? 0)
  }

  /** The first word on the way up. */
  const inherited = <T>(id: string, of: (style: Style, id: string) => T | null): T | null => {
    let each: string | null = id
    for (let step = 0; each !== null && step < maxChain; step++) {
      const known = byId.get(each)
      // Documents without styles name the built-in ones all the same.
      if (!known) return of({ ...unknown, name: spaced(each) }, each)
      const found = of(known, each)
      if (found !== null) return found
      each = known.basedOn
    }
    return null
  }

  const styles: Styles = {
    headingLevel(id) {
      const level = inherited(id, (each) =>
        each.outline === null ? headingOfName(each.name) : each.outline + 1,
      )
      return level !== null && level >= 1 && level <= 9 ? level : 0
    },
    isHidden: (id) => inherited(id, (each) => each.hidden) ?? false,
    titleLine: (id) => inherited(id, (each) => titleLineOf(each.name)),
    isRaised: (id) => inherited(id, (each) => each.raised) ?? false,
    isCode: (id) => inherited(id, (each) => (isCodeStyle(each.name) ? true : null)) ?? false,
    beginsPage: (id) => inherited(id, (each) => each.pageBreakBefore) ?? false,
    isContents: (id) =>
      inherited(id, (each) =>
        /^(?:toc \d|toc heading|table of figures|contents \d)$/.test(each.name) ? true : null,
      ) ?? false,
    numbering(id) {
      const numId = inherited(id, (each) => each.numbering.id)
      if (numId === null) return null
      return { id: numId, level: inherited(id, (each) => each.numbering.level) ?? 0 }
    },
    get standard() {
      return standard
    },
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
        if (former > 0) former -= 1
        else if (name === 'style') style = null
      },
    },
  }
}

const unknown: Style = {
  name: '',
  basedOn: null,
  outline: null,
  hidden: null,
  raised: null,
  pageBreakBefore: null,
  numbering: { id: null, level: null },
}

/** `Heading1` as the style's name is: `heading 1`. */
const spaced = (id: string): string => id.toLowerCase().replace(/^([a-z]+)(\d)$/, '$1 $2')

/** Built-in styles have their English names in every language of Word. */
function headingOfName(name: string): number | null {
  if (name === 'title') return 1
  const number = /^heading (\d)$/.exec(name)?.[1]
  return number === undefined ? null : Number(number)
}
