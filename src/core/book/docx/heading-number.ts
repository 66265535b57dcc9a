// The number that Word shows before a heading is part of it; a list's number is not.
import type { Paragraph } from '../paragraph.ts'
import type { HeadingNumbers } from './numbering.ts'
import type { ParagraphProperties } from './paragraph-properties.ts'
import type { Styles } from './styles.ts'

/** Puts it before the heading's text; counts on by one. */
export function numberHeading(
  paragraph: Paragraph,
  { style, list }: ParagraphProperties,
  styles: Styles,
  numbers: HeadingNumbers,
): void {
  const own = styles.numbering(style)
  const id = list.id ?? own?.id ?? null
  if (id === null) return
  const text = numbers.next(id, list.level ?? own?.level ?? numbers.levelOf(id, style))
  if (text) paragraph.prepend(paragraph.raw.trim() === '' ? text : `${text} `)
}
