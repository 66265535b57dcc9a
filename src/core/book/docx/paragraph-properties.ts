// What a paragraph's properties say of it: gathered from `w:pPr`, which comes before its text.
import { attributeOf } from '../xml-scan.ts'
import { isOn } from './styles.ts'

export type ParagraphProperties = {
  style: string
  /** 0 to 8; 9 is body text, null is what the style says. */
  outline: number | null
  list: { id: string | null; level: number | null }
  /** Null is what the style says. */
  pageBefore: boolean | null
  /** A section that begins on a page of its own ends with this paragraph. */
  pageAfter: boolean
  /** Its end was deleted or moved away: the next paragraph goes on with it. */
  markDeleted: boolean
  /** It is the large letter that the next paragraph begins with. */
  initial: boolean
}

export const createProperties = (style: string): ParagraphProperties => ({
  style,
  outline: null,
  list: { id: null, level: null },
  pageBefore: null,
  pageAfter: false,
  markDeleted: false,
  initial: false,
})

/** Takes one element inside `w:pPr`, at any depth. */
export function readProperty(
  properties: ParagraphProperties,
  name: string,
  attributes: Record<string, string>,
): void {
  const value = () => attributeOf(attributes, 'w', 'val')
  if (name === 'pStyle') properties.style = value() ?? properties.style
  else if (name === 'outlineLvl') properties.outline = Number(value() ?? 9)
  else if (name === 'numId') properties.list.id = value() ?? null
  else if (name === 'ilvl') properties.list.level = Number(value() ?? 0)
  else if (name === 'pageBreakBefore') properties.pageBefore = isOn(value())
  else if (name === 'del' || name === 'moveFrom') properties.markDeleted = true
  else if (name === 'framePr')
    properties.initial = attributeOf(attributes, 'w', 'dropCap') === 'drop'
  else if (name === 'sectPr') properties.pageAfter = true
  else if (name === 'type' && value() === 'continuous') properties.pageAfter = false
}
