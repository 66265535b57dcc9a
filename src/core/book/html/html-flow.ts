// HTML and XHTML to blocks, in one pass: what is heard of a document, in reading order.
import type { FlowBlock, FlowItem } from '../flow.ts'
import { createMarkupParser } from '../markup.ts'
import { createBlockWriter, type BlockEnd } from './block-writer.ts'
import { hasWords } from '../clean-text.ts'
import { lineBreak } from '../gathered-text.ts'
import { blockElements, isInitial, typesOf, verseOf } from './elements.ts'
import { createFrame, headingLevel, isMark, linkAround, rootFrame, sceneBreakIn } from './frame.ts'
import type { Candidate, Frame } from './frame.ts'
import { isEmptied, isWayBack, isWayBackType, numberOf } from '../marks.ts'
import { createInlineFormula } from '../inline-formula.ts'
import { createItemQueue } from './item-queue.ts'
import { createLinkedNotes } from './linked-notes.ts'
import { createNoteMarks, createNoteNames, type NoteMarks } from './notes.ts'
import { createPreformattedLines } from './preformatted.ts'
import { raisedDigits } from '../raised-digits.ts'
import { createRuby } from './ruby.ts'
import { createSkippedPart, skippedKind, type SkippedPart } from './skipped-part.ts'
import { addToRow, blocksOfRow, createTableRow, joinRow, type TableRow } from '../table-row.ts'

export type HtmlFlow = {
  write(text: string): void
  end(): void
  /** What is finished since the last call. */
  take(): FlowItem[]
  /** The document's own title, from its head. */
  title(): string
}

export type HtmlFlowOptions = {
  /** Elements inside each other. */
  maxNesting: number
  /** Whether a place is looked for; anchors come for wanted ids alone. */
  wants?: (id: string) => boolean
  /** The document's name in its archive; a single file needs none. Notes and marks go by it. */
  path?: string
  /** Shared by a book's documents. */
  marks?: NoteMarks
  /** Whether blocks tell where they stand in the document. */
  places?: boolean
  /** Called for `<html>`, `<body>` and `<meta>`: language and authors of a single file. */
  onHeadElement?: (name: string, attributes: Record<string, string>) => void
}

/** Throws MarkupLimitError on what is no book. */
export function createHtmlFlow(options: HtmlFlowOptions): HtmlFlow {
  const queue = createItemQueue()
  const frames: Frame[] = [rootFrame]
  let row: TableRow | null = null
  let skipped: SkippedPart | null = null
  let raised = 0
  let inTitle = false
  let title = ''
  let rooted = false
  let droppedMark = false
  /** Of the last block: a note goes on in blocks that have no id. */
  let lastNote: string | null = null
  const marks = options.marks ?? createNoteMarks()
  const names = createNoteNames(options.path ?? '', marks)
  const linkedNotes = createLinkedNotes(names)

  const emit = (item: FlowItem) => queue.push(item)
  const emitBlock = (flow: FlowBlock) => {
    const { leftOut, kind } = flow.block
    if (leftOut !== undefined) return queue.push({ kind: 'block', ...flow })
    if (flow.matter !== 'notes' || kind === 'heading') lastNote = null
    if (row && !addToRow(row, flow)) {
      for (const each of blocksOfRow(row)) queue.push({ kind: 'block', ...each })
      row = null
    } else if (!row) queue.push({ kind: 'block', ...flow })
  }
  const now = () => endOf(nearestBlock(), false)
  const writer = createBlockWriter(emit, emitBlock, now, options.places)
  const ruby = createRuby(writer)
  const formula = createInlineFormula('math')
  const preformatted = createPreformattedLines<Frame>((block, { matter }) =>
    emitBlock({ block, matter, linked: 0 }),
  )
  const top = (): Frame => frames[frames.length - 1] ?? rootFrame

  const endOf = (frame: Frame, ends: boolean): BlockEnd => ({
    heading: frame.heading,
    verse: frame.verse,
    matter: linkedNotes.isNote ? 'notes' : frame.matter,
    paragraph: ends && frame.name === 'p',
    breakClass: ends && frame.breakClass,
    item: frame.item,
    noteName: () => noteNameOf(frame),
  })
  const closeBlock = (frame: Frame, ends: boolean) => {
    writer.close(endOf(frame, ends))
    linkedNotes.leave()
  }

  const noteNameOf = ({ matter, heading, note }: Frame): string | null => {
    if (matter !== 'notes' || heading > 0) return null
    if (note && note.ids.length > 0) lastNote = names.nameOfNote(note)
    return lastNote
  }

  /** The block element that text written now belongs to. */
  const nearestBlock = (): Frame => frames.findLast((frame) => frame.block) ?? rootFrame

  /** A table inside a cell: the row around it is layout, no row. */
  const giveUpRow = () => {
    if (row) for (const each of blocksOfRow(row)) queue.push({ kind: 'block', ...each })
    row = null
  }

  const closeRow = () => {
    const joined = row ? joinRow(row) : null
    row = null
    if (joined) queue.push({ kind: 'block', ...joined })
  }

  const locate = (name: string, attributes: Record<string, string>) => {
    const id = attributes['id'] ?? (name === 'a' ? attributes['name'] : undefined)
    if (id === undefined) return
    linkedNotes.meet(id)
    if (options.wants?.(id)) writer.anchor(id)
  }

  const open = (name: string, attributes: Record<string, string>) => {
    // A picture says nothing, unless the document is one.
    const picture = name === 'svg' && rooted
    rooted = true
    if (skipped) {
      skipped.open(name, attributes)
      locate(name, attributes)
      if (name === 'title' && skipped.kind === 'silence') inTitle = title === ''
      if (name === 'meta') options.onHeadElement?.(name, attributes)
      return
    }
    const parent = top()
    const types = typesOf(attributes)
    const level = headingLevel(name, attributes)
    const block = level > 0 || blockElements.has(name)
    if (block) {
      const inStanza = verseOf(attributes, types).line || nearestBlock().stanza
      const lineOfVerse = level === 0 && parent.verse && inStanza
      if (lineOfVerse && writer.raw) writer.add(lineBreak)
      else if (!lineOfVerse) closeBlock(nearestBlock(), false)
    }
    locate(name, attributes)
    if (name === 'html' || name === 'body' || name === 'meta')
      options.onHeadElement?.(name, attributes)
    const skips = picture ? 'silence' : skippedKind({ name, attributes, types, block, level })
    if (skips !== null) {
      if (isWayBackType(types)) isOfNote(parent, true)
      skipped = createSkippedPart(skips, attributes, name)
      inTitle = name === 'title' && title === ''
      return
    }
    if (name === 'math' && attributes['alttext']) {
      writer.add(` ${attributes['alttext']} `)
      skipped = createSkippedPart('silence', attributes)
      return
    }
    formula.open(name, writer.raw.length, writer.closed)
    if (name === 'br' && preformatted.open) preformatted.add('\n', nearestBlock())
    else if (name === 'br') writer.add(lineBreak)
    else if (name === 'ruby') ruby.begin()
    else if (name === 'img') image(attributes)
    else if (name === 'hr') emitBlock(sceneBreakIn(parent))
    else if (name === 'table') giveUpRow()
    else if (name === 'tr') {
      giveUpRow()
      row = createTableRow()
    } else if ((name === 'td' || name === 'th') && row) {
      row.cell += 1
      row.persona = types.includes('z3998:persona')
    } else if (name === 'pre' || name === 'listing') preformatted.begin()
    const frame = createFrame({ name, attributes, types, block, level }, parent, {
      at: writer.raw.length,
      closed: writer.closed,
      from: queue.count,
    })
    frames.push(frame)
    if (frame.note && attributes['id'] && !hasBegun()) names.addId(frame.note, attributes['id'])
    if (name === 'code' && preformatted.isEmpty) nearestBlock().code = true
    if (name === 'sup') raised += 1
  }

  const image = ({ alt = '', class: className }: Record<string, string>) => {
    if (!alt) return
    writer.image(alt)
    if (isInitial(alt, className)) writer.add(alt)
  }

  /** Whether the block under way has words. */
  const hasBegun = () => hasWords(writer.raw.slice(0, 400))

  const endSkipped = (part: SkippedPart) => {
    skipped = null
    inTitle = false
    const { matter } = top()
    if (part.kind === 'mark') return keepMark(part.href || linkAround(frames))
    if (part.kind === 'reading') return ruby.say(part.lines().join(' '), part.name === 'rtc')
    if (part.kind === 'formula') {
      // A line of its own, also in the middle of a paragraph, which goes on after it.
      for (const text of part.lines()) writer.leaveOut('formula', text, 'always')
    } else if (part.kind === 'hidden')
      for (const text of part.lines())
        emitBlock({ block: { kind: 'paragraph', text, leftOut: 'hidden' }, matter, linked: 0 })
  }

  /** What is left of a mark: what it names. Inside of a note it is the way back. */
  const keepMark = (href: string) => {
    if (top().matter === 'notes') return
    writer.mark(names.nameOfMark(href))
    linkedNotes.remember()
  }

  /** A mark that begins a block, or an arrow that ends it, is not one: it belongs to a note, and leads back. */
  const isOfNote = (frame: Frame, endsNote: boolean): boolean => {
    if (frame.matter === 'notes' || (hasBegun() && !endsNote)) return false
    const name = linkedNotes.noteOf(frames, queue)
    if (name !== null) writer.note(name)
    return name !== null
  }

  /** Takes a mark's text back when its element ends and it was one. */
  const judge = (frame: Frame, { at, closed, kind }: Candidate) => {
    if (closed !== writer.closed) return
    const text = writer.raw.slice(at)
    const before = writer.raw.slice(Math.max(0, at - 12), at)
    const due = marks.lastNumber + 1
    if (isMark(frame, { text, before, raised: raised > 0, due })) {
      if (kind === 'raised') marks.lastNumber = numberOf(text) ?? marks.lastNumber
      writer.cut(at)
      droppedMark = true
      if (kind === 'page') writer.leaveOut('page-number', text)
      else if (!isOfNote(frame, isWayBack(text)) && !isWayBack(text))
        keepMark(frame.attributes['href'] ?? linkAround(frames))
    } else if (kind === 'raised') {
      writer.cut(at)
      writer.add(isEmptied(text) ? '' : raisedDigits(text, before))
    } else if (kind === 'link' && frame.attributes['href']) {
      const isFirst = !hasWords(writer.raw.slice(0, at))
      const note = isFirst ? linkedNotes.begins(frame, text, frames, queue) : null
      if (note === null) return writer.linked(text.trim().length)
      writer.note(note)
      writer.cut(at)
    }
  }

  const close = (name: string) => {
    if (skipped) {
      if (skipped.close()) endSkipped(skipped)
      if (name === 'title') inTitle = false
      return
    }
    const frame = frames.length > 1 ? frames.pop() : undefined
    if (!frame) return
    if (name === 'ruby') ruby.end()
    const shown = formula.close(name, writer.closed)
    if (shown !== null) writer.read(shown, writer.raw.length, '')
    if (name === 'sup') {
      raised -= 1
      for (const outer of frames) if (outer.candidate) outer.candidate.raisedInside = true
    }
    if (frame.candidate) judge(frame, frame.candidate)
    if (name === 'pre' || name === 'listing') preformatted.end(frame)
    if (!frame.block) return
    const inStanza = top().verse && (frame.line || nearestBlock().stanza) && frame.heading === 0
    if (inStanza) return writer.raw ? writer.add(lineBreak) : undefined
    closeBlock(frame, true)
    if (name === 'tr') closeRow()
  }

  const text = (data: string, from: number, to: number) => {
    if (skipped) {
      if (inTitle && title.length < 1000) title += data
      else skipped.text(data)
      return
    }
    // An internal DTD leaks its end as text before the root element.
    if (!rooted) return
    if (preformatted.open) return preformatted.add(data, nearestBlock())
    formula.text(data)
    if (droppedMark) {
      droppedMark = false
      if (/^\s*[.,;:!?…)\]}”’»]/.test(data)) writer.cut(writer.raw.trimEnd().length)
    }
    writer.add(data, from, to)
  }

  const parser = createMarkupParser('html', { open, text, close }, options.maxNesting)
  return {
    write: (chunk) => parser.write(chunk),
    end() {
      parser.end()
      if (skipped) endSkipped(skipped)
      closeBlock(nearestBlock(), false)
      giveUpRow()
    },
    take: () => queue.take(linkedNotes.openFrom(frames, queue)),
    title: () => title,
  }
}
