// One paragraph of a word processor's document under way: its text, its note marks, and the block it becomes.
import type { Block, LeftOutReason, Matter } from '../../contract/index.ts'
import { cleanText, dropEntities, hasWords, isOrnament } from './clean-text.ts'
import type { FlowBlock } from './flow.ts'
import { textLimits } from './limits.ts'

/** Stands for a line break until the paragraph ends; white space is collapsed around it. */
export const lineBreak = '\u2028'

/** What is known of a paragraph beside its text; formats fill it in as they learn it. */
export type ParagraphShape = {
  /** 1 to 6 for a heading, 0 for anything else. */
  heading: number
  verse: boolean
  matter: Matter | null
  leftOut: LeftOutReason | null
  /** Set where the paragraph is a note's text. */
  noteId: string | null
}

export type Paragraph = {
  readonly shape: ParagraphShape
  /** What was gathered, uncleaned. */
  readonly raw: string
  add(text: string): void
  /** Takes everything after `length` back. */
  cut(length: number): void
  /** Text that the book keeps from its readers: heard of only when the paragraph has no other. */
  hide(text: string): void
  /** Words of a formula: a paragraph of nothing else is left out. */
  formula(text: string): void
  /** A note mark was here; it names `id`, or nothing. */
  mark(id: string): void
  linked(characters: number): void
  /** An ornament that no letter writes: alone, it is a scene break. */
  ornament(): void
  /** Ends the paragraph; an empty one is a scene break where those are rare. */
  end(): void
  /** Takes the text away, for another paragraph to go on with. */
  withdraw(): string
}

export const plainShape: ParagraphShape = {
  heading: 0,
  verse: false,
  matter: null,
  leftOut: null,
  noteId: null,
}

/** No one writes a longer one: a whole paragraph has got a heading's level by mistake. */
const maxHeadingCharacters = 400
const maxHiddenCharacters = 4096

/** Gives what is finished to `emit`: one block for nearly every paragraph, more where it never ends. */
export function createParagraph(
  emit: (flow: FlowBlock) => void,
  given: Partial<ParagraphShape> = {},
): Paragraph {
  const shape: ParagraphShape = { ...plainShape, ...given }
  let raw = ''
  let hidden = ''
  let marks: string[] = []
  let linked = 0
  let formulaCharacters = 0
  let isOrnamented = false

  const send = (kind: Block['kind'], text: string, more: Partial<Block> = {}) => {
    const block: Block = { kind, text, ...more }
    if (shape.leftOut !== null) block.leftOut ??= shape.leftOut
    if (shape.noteId !== null) block.noteId = shape.noteId
    if (marks.length > 0) block.noteMarks = marks
    emit({ block, matter: shape.matter, linked })
    marks = []
    linked = 0
  }

  /** A paragraph that never ends is cut between words, so that memory stays bounded. */
  const relieve = () => {
    let at = 0
    while (raw.length - at > textLimits.maxBlockCharacters) {
      const limit = at + textLimits.maxBlockCharacters
      const space = raw.lastIndexOf(' ', limit)
      const end = space > at ? space : limit
      const text = cleanText(dropEntities(raw.slice(at, end)))
      if (text) send('paragraph', text)
      at = end
    }
    raw = raw.slice(at)
  }

  const sendText = (lines: readonly string[]) => {
    const whole = lines.join(' ')
    if (isOrnament(whole)) return send('scene-break', '')
    if (shape.heading > 0 && whole.length <= maxHeadingCharacters)
      return send('heading', whole, { level: Math.min(6, shape.heading) })
    const short = lines.length >= 3 && lines.every((line) => line.length < 72)
    const verse = shape.verse || short
    const onlyFormula = formulaCharacters > 0 && raw.replace(/\s+/g, '').length <= formulaCharacters
    send(
      verse ? 'verse' : 'paragraph',
      verse ? lines.join('\n') : whole,
      onlyFormula ? { leftOut: 'formula' } : {},
    )
  }

  const append = (text: string) => {
    raw += text
    if (raw.length > textLimits.maxBlockCharacters * 2) relieve()
  }

  return {
    shape,
    get raw() {
      return raw
    },
    add: append,
    cut(length) {
      raw = raw.slice(0, length)
    },
    hide(text) {
      if (hidden.length < maxHiddenCharacters) hidden += text
    },
    formula(text) {
      append(text)
      formulaCharacters += text.replace(/\s+/g, '').length
    },
    mark(id) {
      if (marks.length < textLimits.maxBlockMarks) marks.push(id)
    },
    linked(characters) {
      linked += characters
    },
    ornament() {
      isOrnamented = true
    },
    end() {
      const pieces = raw.includes(lineBreak) ? raw.split(lineBreak) : [raw]
      const lines = raw === '' ? [] : pieces.map((piece) => cleanText(dropEntities(piece)))
      const filled = lines.filter(Boolean)
      const secret = filled.length === 0 ? cleanText(dropEntities(hidden)) : ''
      if (filled.length > 0) sendText(filled)
      else if (hasWords(secret)) send('paragraph', secret, { leftOut: 'hidden' })
      else if (isOrnamented) send('scene-break', '')
      else if (shape.noteId === null && hidden === '')
        emit({
          block: { kind: 'scene-break', text: '' },
          matter: shape.matter,
          linked: 0,
          tentative: true,
        })
      raw = ''
      hidden = ''
      marks = []
      formulaCharacters = 0
      isOrnamented = false
    },
    withdraw() {
      const text = raw
      raw = ''
      return text
    },
  }
}

/** What is said of a picture: kept, but not heard. */
export const pictureBlock = (alt: string, matter: Matter | null): FlowBlock => ({
  block: { kind: 'paragraph', text: cleanText(alt), leftOut: 'picture' },
  matter,
  linked: 0,
})
