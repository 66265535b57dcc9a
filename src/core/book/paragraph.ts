// One paragraph of a word processor's document under way: its text, its note marks, and the block it becomes.
import type { Block, LeftOutReason, Matter } from '../../contract/index.ts'
import { cleanText, dropEntities, hasWords, isOrnament } from './clean-text.ts'
import type { FlowBlock, TitleLine } from './flow.ts'
import { createGatheredText, joinLines, withReadings, type ReadLine } from './gathered-text.ts'
import { textLimits } from './limits.ts'

/** What is known of a paragraph beside its text; formats fill it in as they learn it. */
export type ParagraphShape = {
  /** 1 to 6 for a heading, 0 for anything else. */
  heading: number
  verse: boolean
  matter: Matter | null
  leftOut: LeftOutReason | null
  titleLine: TitleLine | null
  /** Whether it stands in a list. */
  item: boolean
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
  /** What stands from `from` on, to `to` or the end, is shown, and `say` is said instead. */
  read(from: number, say: string, to?: number): void
  /** Text that the book keeps from its readers: heard of only when the paragraph has no other. */
  hide(text: string): void
  /** Words of a formula or a program: a paragraph of nothing else is left out. */
  aside(reason: 'formula' | 'code', text: string): void
  /** A note mark was here; it names `id`, or nothing. */
  mark(id: string): void
  linked(characters: number): void
  /** An ornament that no letter writes: alone, it is a scene break. */
  ornament(): void
  /** Ends the paragraph; an empty one is a scene break where those are rare. */
  end(): void
  /** Puts text before all that was gathered. */
  prepend(text: string): void
}

export const plainShape: ParagraphShape = {
  heading: 0,
  verse: false,
  matter: null,
  leftOut: null,
  titleLine: null,
  item: false,
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
  const gathered = createGatheredText()
  let hidden = ''
  let marks: string[] = []
  let linked = 0
  const asides = { formula: 0, code: 0 }
  let isOrnamented = false

  const send = (kind: Block['kind'], line: ReadLine | null, more: Partial<Block> = {}) => {
    const readings = withReadings(line?.readings ?? [])
    const block: Block = { kind, text: line?.text ?? '', ...more, ...readings }
    if (shape.leftOut !== null) block.leftOut ??= shape.leftOut
    if (shape.noteId !== null) block.noteId = shape.noteId
    if (marks.length > 0) block.noteMarks = marks
    const { matter, titleLine, item } = shape
    const told = { ...(titleLine !== null && { titleLine }), ...(item && { item }) }
    emit({ block, matter, linked, ...told })
    marks = []
    linked = 0
  }

  /** A paragraph that never ends is cut between words, so that memory stays bounded. */
  const relieve = () => {
    while (gathered.raw.length > textLimits.maxBlockCharacters) {
      const space = gathered.raw.lastIndexOf(' ', textLimits.maxBlockCharacters)
      const line = gathered.shift(space > 0 ? space : textLimits.maxBlockCharacters)
      if (line.text) send('paragraph', line)
    }
  }

  const sendText = (lines: readonly ReadLine[]) => {
    const whole = joinLines(lines, ' ')
    const written = gathered.raw.replace(/\s+/g, '').length
    const only = (['formula', 'code'] as const).find(
      (reason) => asides[reason] > 0 && written <= asides[reason],
    )
    if ((only === 'code' && shape.heading === 0) || shape.leftOut === 'code')
      return send('verse', joinLines(lines, '\n'), { leftOut: 'code' })
    if (isOrnament(whole.text)) return send('scene-break', null)
    if (shape.heading > 0 && whole.text.length <= maxHeadingCharacters)
      return send('heading', whole, { level: Math.min(6, shape.heading) })
    const short = lines.length >= 3 && lines.every(({ text }) => text.length < 72)
    const verse = shape.verse || short
    const { text, readings } = verse ? joinLines(lines, '\n') : whole
    // Who puts a formula back wants to hear it.
    if (only) send(verse ? 'verse' : 'paragraph', { text, readings: [] }, { leftOut: only })
    else send(verse ? 'verse' : 'paragraph', { text, readings })
  }

  const append = (text: string) => {
    gathered.add(text)
    if (gathered.raw.length > textLimits.maxBlockCharacters * 2) relieve()
  }

  return {
    shape,
    get raw() {
      return gathered.raw
    },
    add: append,
    cut: gathered.cut,
    read: (from, say, to = gathered.raw.length) => gathered.read(from, to, say),
    hide(text) {
      if (hidden.length < maxHiddenCharacters) hidden += text
    },
    aside(reason, text) {
      append(text)
      asides[reason] += text.replace(/\s+/g, '').length
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
      const filled = gathered.lines()
      const secret = filled.length === 0 ? cleanText(dropEntities(hidden)) : ''
      if (filled.length > 0) sendText(filled)
      else if (hasWords(secret))
        send('paragraph', { text: secret, readings: [] }, { leftOut: 'hidden' })
      else if (isOrnamented) send('scene-break', null)
      else if (shape.noteId === null && shape.leftOut === null && hidden === '')
        emit({
          block: { kind: 'scene-break', text: '' },
          matter: shape.matter,
          linked: 0,
          tentative: true,
        })
      gathered.clear()
      hidden = ''
      marks = []
      asides.formula = asides.code = 0
      isOrnamented = false
    },
    prepend: gathered.prepend,
  }
}

/** What is said of a picture: kept, but not heard. */
export const pictureBlock = (alt: string, matter: Matter | null): FlowBlock => ({
  block: { kind: 'paragraph', text: cleanText(alt), leftOut: 'picture' },
  matter,
  linked: 0,
})
