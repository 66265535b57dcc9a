// Pages to a flow of blocks and starts: read twice from memory, first for what headings there are, then for the text.
import type { Block } from '../../../contract/index.ts'
import { hasWords, isOrnament } from '../clean-text.ts'
import { flowBlock, type FlowItem } from '../flow.ts'
import { findRunningLines } from './running-lines.ts'
import { createHeadingLevels, headingShape } from './headings.ts'
import type { KeptPages } from './kept-pages.ts'
import { joint } from './line.ts'
import type { OutlineStarts } from './outline-starts.ts'
import { tellPage } from './page-parts.ts'
import { createPassages, type Passage, type PassageItem } from './passages.ts'
import { noteIdOf, textOfLines } from './passage-text.ts'
import type { Steps } from './steps.ts'
import { typeFacts } from './type-facts.ts'
import { groupStanzas, splitUnfinished } from './verse.ts'
import { createVocabulary } from './vocabulary.ts'

export type PdfFlow = {
  /** The blocks that each page has made complete; the last of them come last. */
  items(startsOf: OutlineStarts['place'] | null): Iterable<FlowItem[]>
}

const nothing = new Map()
const endsSentence = /[.!?…]["'”’»)]*$/u

/** Looks at all pages before it gives the first of them. */
export function* createPdfFlow(pages: KeptPages): Steps<PdfFlow> {
  const running = yield* findRunningLines(pages)
  const facts = yield* typeFacts(function* () {
    let index = 0
    for (const page of pages) {
      const edges = running(index++, page.lines)
      yield { ...page, lines: page.lines.filter((line) => !edges.has(line)) }
    }
  })
  const words = createVocabulary()
  for (const { lines } of pages) {
    yield
    for (const { text } of lines) words.add(text.replace(joint, ''))
  }
  const levels = createHeadingLevels()

  function* passages(
    startsOf: OutlineStarts['place'] | null,
  ): Generator<{ items: PassageItem[]; marks: ReadonlySet<string> }> {
    const maker = createPassages(facts)
    const marks = new Set<string>()
    let openNote = false
    for (let page = 0; page < pages.count; page++) {
      const text = pages.at(page)
      const told = tellPage(page, text, running(page, text.lines), facts, openNote)
      for (const { mark } of told.notes) if (mark !== null) marks.add(noteIdOf(page, mark))
      const lastNote = told.notes[told.notes.length - 1]?.lines.at(-1)
      openNote = lastNote !== undefined && !endsSentence.test(lastNote.text)
      const starts = startsOf?.(page, told.lines) ?? nothing
      yield { items: maker.push(page, { ...told, starts }), marks }
    }
    yield { items: maker.end(), marks }
  }

  const textOf = (passage: Passage, marks: ReadonlySet<string>) =>
    textOfLines(passage.lines, words, (page, mark) => marks.has(noteIdOf(page, mark)))

  for (const { items } of passages(null)) {
    yield
    for (const item of items) {
      if (item.kind !== 'passage') continue
      const { text } = textOf(item.passage, new Set())
      const shape = headingShape(item.passage, text, facts)
      if (shape) levels.count(shape, item.passage.lines[0]?.page ?? 0)
    }
  }

  const blocksOf = (passage: Passage, marks: ReadonlySet<string>): FlowItem[] => {
    const { text, noteMarks } = textOf(passage, marks)
    const noted = noteMarks.length > 0 ? { noteMarks } : {}
    if (text === '') return []
    if (isOrnament(text)) return [flowBlock({ kind: 'scene-break', text: '' })]
    const shape = headingShape(passage, text, facts)
    const level = shape ? levels.levelOf(shape, text, passage.lines[0]?.page ?? 0) : null
    const block: Block = level
      ? { kind: 'heading', text, level, ...noted }
      : { kind: 'paragraph', text, ...noted }
    return [flowBlock(block)]
  }

  const stanzaOf = (passages: readonly Passage[], marks: ReadonlySet<string>): FlowItem => {
    const lines = passages.map((passage) => textOf(passage, marks))
    const noteMarks = lines.flatMap((line) => line.noteMarks)
    const text = lines.map((line) => line.text).join('\n')
    return flowBlock({ kind: 'verse', text, ...(noteMarks.length > 0 ? { noteMarks } : {}) })
  }

  const flowOf = (items: readonly PassageItem[], marks: ReadonlySet<string>): FlowItem[] =>
    groupStanzas(items, facts).flatMap((item): FlowItem[] => {
      if (item.kind === 'stanza') return [stanzaOf(item.passages, marks)]
      if (item.kind === 'start') return [{ kind: 'start', ...item.start }]
      if (item.kind === 'left-out')
        return [flowBlock({ kind: 'paragraph', text: item.text, leftOut: item.reason })]
      if (item.kind === 'passage') return blocksOf(item.passage, marks)
      const lines = item.note.lines.map((line) => ({
        line,
        page: item.page,
        margins: { left: line.x0, right: line.x1, justified: false },
      }))
      const { text } = textOfLines(lines, words, () => false)
      const named = item.note.mark === null ? {} : { noteId: noteIdOf(item.page, item.note.mark) }
      return hasWords(text) ? [flowBlock({ kind: 'paragraph', text, ...named }, 'notes')] : []
    })

  return {
    *items(startsOf) {
      let held: PassageItem[] = []
      for (const { items, marks } of passages(startsOf)) {
        const { finished, unfinished } = splitUnfinished([...held, ...items])
        held = unfinished
        yield flowOf(finished, marks)
      }
      yield flowOf(held, new Set())
    },
  }
}
