// A part of a document that is passed over whole; its words are kept where a person may want them back.
import { cleanText, dropEntities, hasWords } from '../clean-text.ts'
import { textLimits } from '../limits.ts'
import { blockElements, isHidden, isInlineNote, silentElements } from './elements.ts'
import type { Opening } from './frame.ts'
import { isMarkType, isWayBackType } from '../marks.ts'

/**
 * `silence`: nothing is text · `mark`: a note's mark, whose link is wanted · `hidden`: blocks that are lines
 * of their own · `formula`: one line, its signs set apart · `reading`: how what stands before it is said.
 */
export type SkippedKind = 'silence' | 'mark' | 'hidden' | 'formula' | 'reading'

export type SkippedPart = {
  readonly kind: SkippedKind
  /** The element's. */
  readonly name: string
  /** Where its first link leads; empty without one. */
  readonly href: string
  open(name: string, attributes: Record<string, string>): void
  text(data: string): void
  /** True when the part itself ends. */
  close(): boolean
  /** The lines it has kept; those without words are gone. */
  lines(): string[]
}

/** Begins inside the element that is passed over. */
export function createSkippedPart(
  kind: SkippedKind,
  attributes: Record<string, string>,
  name = '',
): SkippedPart {
  const inWords = kind === 'formula' ? attributes['alttext'] : undefined
  const keeps = kind === 'hidden' || kind === 'reading' || (kind === 'formula' && !inWords)
  const lines: string[] = []
  let href = attributes['href'] ?? ''
  let depth = 1
  /** The depth of the element inside it whose content is never text. */
  let silentFrom = 0
  let line = inWords ?? ''
  let room: number = textLimits.maxBlockCharacters

  const endLine = () => {
    const text = cleanText(dropEntities(line))
    line = ''
    // Numbers alone are hidden lists of pages.
    if (kind === 'hidden' ? /\p{L}/u.test(text) : hasWords(text)) lines.push(text)
  }

  return {
    kind,
    name,
    get href() {
      return href
    },
    open(inner, own) {
      depth += 1
      if (inner === 'a') href ||= own['href'] ?? ''
      if (!keeps) return
      const isRead = kind === 'reading' && isReadingName(inner)
      if (silentFrom === 0 && silentElements.has(inner) && !isRead) silentFrom = depth
      if (kind === 'hidden' && blockElements.has(inner)) endLine()
      else if (inner === 'br') line += ' '
    },
    text(data) {
      if (!keeps || silentFrom > 0 || room <= 0) return
      line += data.slice(0, room)
      room -= data.length
    },
    close() {
      if (silentFrom === depth) silentFrom = 0
      if (kind === 'formula') line += ' '
      depth -= 1
      return depth === 0
    },
    lines() {
      endLine()
      return lines
    },
  }
}

const isReadingName = (name: string): boolean => name === 'rt' || name === 'rtc'

/** How an element is passed over; null for one that is read. */
export function skippedKind({ name, attributes, types, block }: Opening): SkippedKind | null {
  if (isReadingName(name)) return 'reading'
  if (silentElements.has(name) || isWayBackType(types)) return 'silence'
  if (isMarkType(types)) return 'mark'
  // A note that opens in place is hidden until then.
  if (isHidden(attributes) && !isInlineNote(types)) return block ? 'hidden' : 'silence'
  const displayed = attributes['display'] === 'block' || attributes['mode'] === 'display'
  return name === 'math' && displayed ? 'formula' : null
}
