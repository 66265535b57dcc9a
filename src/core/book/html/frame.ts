// An element on the way down a document: what it means for the text inside it, told when it opens.
import type { Matter } from '../../../contract/index.ts'
import type { FlowBlock } from '../flow.ts'
import { isBreakClass, isCodeClass, isOneNote, matterOfElement, verseOf } from './elements.ts'
import {
  isNoteMark,
  isPageBreakType,
  isPageNumber,
  isRaisedMark,
  pageNumberHint,
  type PageNumberHint,
} from '../marks.ts'
import type { Note } from './notes.ts'

const anyNumber: PageNumberHint = { number: null }

/** Where a mark may have begun: it is judged when its element ends. */
export type Candidate = {
  kind: 'link' | 'raised' | 'page'
  at: number
  /** Blocks closed before it: a mark that spans two is none. */
  closed: number
  raisedInside: boolean
  hint: PageNumberHint
}

export type Frame = {
  name: string
  block: boolean
  heading: number
  verse: boolean
  stanza: boolean
  line: boolean
  matter: Matter | null
  /** The note that its text is of. */
  note: Note | null
  breakClass: boolean
  /** Whether it is in a list. */
  item: boolean
  /** Whether preformatted text in it is a program's. */
  code: boolean
  candidate: Candidate | null
  /** How many items were finished before it. */
  from: number
  attributes: Record<string, string>
}

/** 1 to 6, 0 for what is no heading. */
export const headingLevel = (name: string, attributes: Record<string, string>): number => {
  if (name.length === 2 && name[0] === 'h' && name >= 'h1' && name <= 'h6') return Number(name[1])
  if (attributes['role'] !== 'heading') return 0
  return Math.min(6, Math.max(1, Number(attributes['aria-level']) || 2))
}

export const rootFrame: Frame = {
  name: '',
  block: true,
  heading: 0,
  verse: false,
  stanza: false,
  line: false,
  matter: null,
  note: null,
  breakClass: false,
  item: false,
  code: false,
  candidate: null,
  from: 0,
  attributes: {},
}

export type Opening = {
  name: string
  attributes: Record<string, string>
  types: readonly string[]
  block: boolean
  level: number
}

/** `place`: where in the text it opens. */
export function createFrame(
  { name, attributes, types, block, level }: Opening,
  parent: Frame,
  { from, ...place }: { at: number; closed: number; from: number },
): Frame {
  const own = verseOf(attributes, types)
  const inGroup = parent.name === 'hgroup' && name === 'p'
  const hint = pageNumberHint(attributes) ?? (isPageBreakType(types) ? anyNumber : null)
  const kind =
    hint && level === 0 ? 'page' : name === 'a' ? 'link' : name === 'sup' ? 'raised' : null
  const matter = matterOfElement(name, attributes, types) ?? parent.matter
  const begins = block && matter === 'notes' && isOneNote(name, attributes, types)
  const note = parent.note ?? (begins ? { ids: [], name: null } : null)
  return {
    name,
    block,
    heading: level || (inGroup ? 6 : parent.heading),
    verse: (block && own.verse) || parent.verse,
    stanza: own.stanza,
    line: own.line,
    matter,
    note,
    item: parent.item || name === 'li',
    breakClass: isBreakClass(attributes['class']),
    code: parent.code || isCodeClass(attributes['class']),
    candidate: kind && { kind, ...place, raisedInside: false, hint: hint ?? anyNumber },
    from,
    attributes,
  }
}

/**
 * Whether an element that ends is a mark: `text` is its own, `before` a few characters before it, `due` the
 * number that the next bare mark has.
 */
export function isMark(
  { candidate, attributes }: Frame,
  { text, before, raised, due }: { text: string; before: string; raised: boolean; due: number },
): boolean {
  // No mark is long; the patterns below need not be quick on what is.
  if (!candidate || text.length > 200) return false
  if (candidate.kind === 'page') return isPageNumber(text, candidate.hint)
  if (candidate.kind === 'raised') return isRaisedMark(text, before, due)
  return isNoteMark(text, {
    href: attributes['href'] ?? '',
    className: attributes['class'] ?? '',
    id: attributes['id'] ?? '',
    raised: raised || candidate.raisedInside,
  })
}

/** Where the link leads that we are in: a raised number may stand inside of it. */
export function linkAround(frames: readonly Frame[]): string {
  for (let at = frames.length - 1; at > 0 && !frames[at]?.block; at--) {
    const href = frames[at]?.attributes['href']
    if (href) return href
  }
  return ''
}

/** A break between scenes, where the element is. */
export const sceneBreakIn = ({ matter }: Frame): FlowBlock => ({
  block: { kind: 'scene-break', text: '' },
  matter,
  linked: 0,
})
