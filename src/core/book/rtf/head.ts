// What stands before the text of a rich text document: fonts, styles, title and author.
import { cleanText, shorten } from '../clean-text.ts'
import { isCodeStyle } from '../code-lines.ts'
import { labelOfCharset, labelOfCodePage, symbolCharset } from './code-pages.ts'

export type RtfFont = { label: string | null; symbols: boolean }
type RtfStyle = { name: string; basedOn: number | null; outline: number | null }

/** Tables whose entries are groups inside them, and facts that are groups themselves. */
export type HeadPart = 'fonts' | 'styles' | 'title' | 'author'

export const headParts: Readonly<Record<string, HeadPart>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  title: 'title',
  author: 'author',
}

export type RtfHead = {
  word(part: HeadPart, name: string, parameter: number | null): void
  text(part: HeadPart, text: string): void
  /** A group inside the part, or the part itself, ends. */
  endEntry(part: HeadPart): void
  font(number: number): RtfFont | undefined
  headingLevel(style: number): number
  isContents(style: number): boolean
  /** Whether its paragraphs are a program's lines. */
  isCode(style: number): boolean
  readonly title: string
  readonly authors: string[]
}

const maxEntries = 20_000
const maxChain = 50

export function createRtfHead(): RtfHead {
  const fonts = new Map<number, RtfFont>()
  const styles = new Map<number, RtfStyle>()
  let font: RtfFont | null = null
  let style: RtfStyle | null = null
  let entry = ''
  let title = ''
  let author = ''

  const fontWord = (name: string, value: number) => {
    if (name === 'f') {
      font = { label: null, symbols: false }
      if (fonts.size < maxEntries) fonts.set(value, font)
    } else if (!font) return
    else if (name === 'fcharset') {
      font.label = labelOfCharset(value)
      font.symbols = value === symbolCharset
    } else if (name === 'cpg') font.label = labelOfCodePage(value)
  }

  const styleWord = (name: string, value: number) => {
    if (name === 's' || (!style && name !== 'cs' && name !== 'ts' && name !== 'ds')) {
      style ??= { name: '', basedOn: null, outline: null }
      if (name === 's' && styles.size < maxEntries) styles.set(value, style)
    }
    if (!style) return
    if (name === 'outlinelevel') style.outline = value
    else if (name === 'sbasedon') style.basedOn = value
  }

  const inherited = <T>(number: number, of: (style: RtfStyle) => T | null): T | null => {
    let each: number | null = number
    for (let step = 0; each !== null && step < maxChain; step++) {
      const known: RtfStyle | undefined = styles.get(each)
      if (!known) return null
      const found = of(known)
      if (found !== null) return found
      each = known.basedOn
    }
    return null
  }

  return {
    word(part, name, parameter) {
      if (part === 'fonts') fontWord(name, parameter ?? 0)
      else if (part === 'styles') styleWord(name, parameter ?? 0)
    },
    text(_part, text) {
      if (entry.length < 2000) entry += text
    },
    endEntry(part) {
      const text = cleanText(entry)
      entry = ''
      if (part === 'title') title ||= shorten(text, 500)
      else if (part === 'author') author ||= shorten(text, 200)
      else if (part === 'styles' && style) style.name = text.replace(/;$/, '').toLowerCase()
      font = null
      style = null
    },
    font: (number) => fonts.get(number),
    headingLevel(number) {
      const level = inherited(number, ({ outline, name }) => {
        if (outline !== null) return outline + 1
        if (name === 'title') return 1
        const digit = /^heading (\d)/.exec(name)?.[1]
        return digit === undefined ? null : Number(digit)
      })
      return level !== null && level >= 1 && level <= 9 ? level : 0
    },
    isContents: (number) =>
      inherited(number, ({ name }) =>
        /^(?:toc \d|toc heading|table of figures)/.test(name) ? true : null,
      ) ?? false,
    isCode: (number) => inherited(number, ({ name }) => (isCodeStyle(name) ? true : null)) ?? false,
    get title() {
      return title
    },
    get authors() {
      return author.split(/\s*;\s*/).filter(Boolean)
    },
  }
}
