// OpenDocument text to blocks, in one pass; the notes, which stand in the text, come last.
import type { Matter } from '../../../contract/index.ts'
import { createAfterParagraph } from '../after-paragraph.ts'
import { cleanText, hasWords } from '../clean-text.ts'
import { createCodeLines } from '../code-lines.ts'
import { createContentsChapter } from '../contents-chapter.ts'
import type { FlowItem } from '../flow.ts'
import { pageStart } from '../flow-book.ts'
import { createLateNotes } from '../late-notes.ts'
import type { MarkupEvents } from '../markup.ts'
import { lineBreak } from '../gathered-text.ts'
import { createParagraph, pictureBlock, type Paragraph } from '../paragraph.ts'
import { createNoteLinks } from '../note-links.ts'
import { dropRaisedMark } from '../raised-mark.ts'
import { createRubyText } from '../ruby.ts'
import { createTableRows } from '../table-rows.ts'
import { createTitleLines } from '../title-lines.ts'
import type { Formulas } from './formulas.ts'
import type { OdtStyles } from './styles.ts'

export type OdtFlow = {
  events: MarkupEvents
  /** What is finished since the last call. */
  take(): FlowItem[]
  /** The notes. */
  end(): void
}

/** Deleted text, comments, marks, page numbers, hints, what an index is made by. */
const skipped: ReadonlySet<string> = new Set([
  ...['tracked-changes', 'annotation', 'note-citation', 'page-number', 'page-count'],
  ...['placeholder', 'forms', 'table-of-content-source', 'illustration-index-source'],
  ...['table-index-source', 'object-index-source', 'user-index-source', 'bibliography-source'],
  ...['alphabetical-index-source', 'binary-data', 'event-listeners', 'conversion'],
])

const indexes: Readonly<Record<string, Matter>> = {
  'table-of-content': 'contents',
  'illustration-index': 'contents',
  'table-index': 'contents',
  'object-index': 'contents',
  'user-index': 'contents',
  'alphabetical-index': 'index',
  bibliography: 'bibliography',
}

type Span = { hidden: boolean; raised: boolean; at: number }

export function createOdtFlow(styles: OdtStyles, formulas: Formulas = new Map()): OdtFlow {
  let items: FlowItem[] = []
  const inChapter = createContentsChapter()
  const titleLines = createTitleLines()
  const code = createCodeLines(
    (flow) => void items.push(...titleLines.push({ kind: 'block', ...flow }).flatMap(inChapter)),
  )
  const rows = createTableRows(code.block)
  const paragraphs: { paragraph: Paragraph; after: boolean }[] = []
  const afterFrames = createAfterParagraph(rows.block)
  const notes = createLateNotes()
  let noteCount = 0
  const noteIds: string[] = []
  const matters: Matter[] = []
  const spans: Span[] = []
  const links = createNoteLinks()
  const sections: boolean[] = []
  const ruby = createRubyText({ whole: 'ruby', base: 'ruby-base', reading: 'ruby-text' })
  let described: string | null = null
  let frames = 0
  let listItems = 0
  let skipping = 0

  const top = () => paragraphs[paragraphs.length - 1]?.paragraph
  const inFrame = () => paragraphs.length > 0

  const beginParagraph = (name: string, attributes: Record<string, string>) => {
    const style = attributes['text:style-name'] ?? ''
    const noteId = noteIds[noteIds.length - 1] ?? null
    const isNested = inFrame()
    const send = noteId !== null ? notes.add : isNested ? afterFrames.add : rows.block
    const own = matters[matters.length - 1] ?? (styles.isContents(style) ? 'contents' : null)
    const level = name === 'h' ? Number(attributes['text:outline-level'] ?? 1) || 1 : 0
    const { before, after } = styles.breaksPage(style)
    if (before && !isNested) items.push(pageStart)
    const heading = noteId !== null || own !== null ? 0 : level || styles.headingLevel(style)
    const matter = noteId !== null ? 'notes' : own
    const leftOut = heading === 0 && noteId === null && styles.isCode(style) ? 'code' : null
    const paragraph = createParagraph(send, {
      ...{ noteId, matter, heading, leftOut },
      item: listItems > 0 && heading === 0,
      titleLine: noteId === null ? styles.titleLine(style) : null,
    })
    spans.push({ hidden: styles.isHidden('paragraph', style), raised: false, at: 0 })
    paragraphs.push({ paragraph, after: after && !isNested })
  }

  const endParagraph = () => {
    const ended = paragraphs.pop()
    spans.pop()
    ended?.paragraph.end()
    if (!inFrame()) afterFrames.release()
    if (ended?.after) items.push(pageStart)
  }

  const openLink = (paragraph: Paragraph, href: string) =>
    links.open(href.startsWith('#') ? href.slice(1) : '', paragraph.raw.length)

  const openInline = (name: string, attributes: Record<string, string>) => {
    const paragraph = top()
    if (!paragraph) return
    if (name === 's' || name === 'tab') paragraph.add(' ')
    else if (name === 'line-break') paragraph.add(lineBreak)
    else if (name === 'span') {
      const style = attributes['text:style-name'] ?? ''
      const outer = spans[spans.length - 1]?.hidden ?? false
      spans.push({
        hidden: outer || styles.isHidden('text', style),
        raised: styles.isRaised(style),
        at: paragraph.raw.length,
      })
    } else if (name === 'a') openLink(paragraph, attributes['xlink:href'] ?? '')
    else if (name === 'note') {
      noteCount += 1
      const id = attributes['text:id'] ?? `note-${noteCount}`
      paragraph.mark(id)
      noteIds.push(id)
    }
  }

  /** In the midst of a sentence it is shown, and said where it can be. */
  const formula = (href: string) => {
    const found = formulas.get(href.replace(/^\.\//, ''))
    const paragraph = top()
    if (!found || !paragraph || spans[spans.length - 1]?.hidden) return
    const from = paragraph.raw.length
    paragraph.aside('formula', found.text)
    if (!found.isPlain) paragraph.read(from, '')
  }

  const openTable = (name: string) => {
    if (inFrame()) return
    if (name === 'table') rows.table()
    else if (name === 'table-row') rows.row()
    else if (name === 'table-cell') rows.cell()
  }

  const open = (name: string, attributes: Record<string, string>) => {
    if (skipping > 0) return void (skipping += 1)
    if (skipped.has(name)) return void (skipping = 1)
    if (name === 'p' || name === 'h') return beginParagraph(name, attributes)
    const matter = indexes[name]
    if (matter) matters.push(matter)
    else if (name === 'section') sections.push(attributes['text:display'] === 'none')
    else if (name === 'list-item') listItems += 1
    else if (name === 'object') formula(attributes['xlink:href'] ?? '')
    else if (name === 'frame' || name === 'custom-shape') frames += 1
    else if (frames > 0 && (name === 'desc' || name === 'title')) described = ''
    else if (name.startsWith('table')) openTable(name)
    else if (name.startsWith('ruby')) ruby.open(name, top())
    else openInline(name, attributes)
  }

  const text = (data: string) => {
    if (skipping > 0) return
    if (described !== null) {
      if (described.length < 2000) described += data
      return
    }
    const paragraph = top()
    if (!paragraph) return
    if (ruby.reading) return ruby.text(data)
    if (spans[spans.length - 1]?.hidden || sections.includes(true)) return paragraph.hide(data)
    if (links.inside) paragraph.linked(data.trim().length)
    paragraph.add(data)
  }

  const closeInline = (name: string) => {
    const paragraph = top()
    if (!paragraph) return
    if (name === 'span') {
      const span = spans.length > paragraphs.length ? spans.pop() : undefined
      if (span?.raised) dropRaisedMark(paragraph, span.at, links.anchor)
    } else if (name === 'a') links.close(paragraph)
    else if (name === 'note') noteIds.pop()
  }

  const endDescription = () => {
    const alt = cleanText(described ?? '')
    described = null
    if (!hasWords(alt)) return
    const flow = pictureBlock(alt, matters[matters.length - 1] ?? null)
    if (noteIds.length > 0) return
    if (inFrame()) afterFrames.add(flow)
    else rows.block(flow)
  }

  const close = (name: string) => {
    if (skipping > 0) return void (skipping -= 1)
    if (name === 'p' || name === 'h') endParagraph()
    else if (indexes[name]) matters.pop()
    else if (name === 'section') sections.pop()
    else if (name === 'list-item') listItems -= 1
    else if (name === 'frame' || name === 'custom-shape') frames -= 1
    else if (described !== null && (name === 'desc' || name === 'title')) endDescription()
    else if (name === 'table-row' && !inFrame()) rows.endRow()
    else if (name.startsWith('ruby')) ruby.close(name, top())
    else closeInline(name)
  }

  return {
    events: { open, text, close },
    take() {
      const done = items
      items = []
      return done
    },
    end() {
      code.end()
      items.push(...titleLines.end())
      items = items.concat(notes.take())
    },
  }
}
