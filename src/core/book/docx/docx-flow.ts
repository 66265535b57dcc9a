// WordprocessingML to blocks, in one pass: the body, or the notes' texts.
import { createAfterParagraph } from '../after-paragraph.ts'
import { createCodeLines } from '../code-lines.ts'
import { createContentsChapter } from '../contents-chapter.ts'
import type { FlowBlock, FlowItem } from '../flow.ts'
import { createInlineFormula } from '../inline-formula.ts'
import { pageStart } from '../flow-book.ts'
import { lineBreak } from '../gathered-text.ts'
import type { MarkupEvents } from '../markup.ts'
import { createNoteLinks } from '../note-links.ts'
import { createParagraph, pictureBlock, plainShape, type Paragraph } from '../paragraph.ts'
import { dropRaisedMark } from '../raised-mark.ts'
import { createRubyText } from '../ruby.ts'
import { createTableRows } from '../table-rows.ts'
import { createTitleLines } from '../title-lines.ts'
import { attributeOf } from '../xml-scan.ts'
import { controlProperties, createContentControls } from './content-controls.ts'
import { opaqueNames, rubyNames, skippedNames, textNames } from './element-names.ts'
import { createFields } from '../fields.ts'
import { numberHeading } from './heading-number.ts'
import type { HeadingNumbers } from './numbering.ts'
import { createProperties, readProperty, type ParagraphProperties } from './paragraph-properties.ts'
import { readRunLook, type RunLook } from './run-look.ts'
import type { Styles } from './styles.ts'

export type DocxFlow = {
  events: MarkupEvents
  /** What is finished since the last call. */
  take(): FlowItem[]
  end(): void
}

/** A text box: what is around it waits until its own paragraphs are over. */
type Surroundings = {
  opaque: number
  run: RunLook
  properties: ParagraphProperties
}

/** `noteKind`: the document is that kind of notes, each with an id of its own. */
export function createDocxFlow(
  styles: Styles,
  numbers: HeadingNumbers,
  noteKind: 'footnote' | 'endnote' | null = null,
): DocxFlow {
  let items: FlowItem[] = []
  const inContentsChapter = createContentsChapter()
  const titleLines = createTitleLines()
  const code = createCodeLines(
    (flow) =>
      void items.push(...titleLines.push({ kind: 'block', ...flow }).flatMap(inContentsChapter)),
  )
  const rows = createTableRows(code.block)
  const fields = createFields()

  const paragraphs: Paragraph[] = []
  /** A paragraph whose end was deleted, or an initial: the next one goes on with it. */
  let continued: Paragraph | null = null
  const afterBoxes = createAfterParagraph(rows.block)
  const boxes: Surroundings[] = []
  const controls = createContentControls()
  const alternates: { taken: boolean }[] = []
  let skipping = 0
  /** Inside a drawing only text boxes and what is said of the picture count. */
  let opaque = 0
  const pictures: string[] = []
  let inProperties = false
  let inRowProperties = false
  let inText = false
  let inInstruction = false
  const formula = createInlineFormula('oMath')
  const ruby = createRubyText({ whole: 'ruby', base: 'rubyBase', reading: 'rt' })
  /** Their anchors are bookmarks. */
  const links = createNoteLinks()
  let run: RunLook = { hidden: false, silent: false, raised: false, at: 0 }
  let properties = createProperties(styles.standard)
  let rowDeleted = false
  let noteId: string | null = null

  const sendFrom = (flow: FlowBlock) => {
    if (boxes.length > 0) afterBoxes.add(flow)
    else rows.block(flow)
  }
  const top = (): Paragraph | undefined => paragraphs[paragraphs.length - 1]
  const isContents = () => fields.contents || controls.contents

  const beginParagraph = () => {
    const paragraph = continued ?? createParagraph(sendFrom)
    continued = null
    Object.assign(paragraph.shape, plainShape, { noteId })
    if (noteKind) paragraph.shape.matter = 'notes'
    paragraphs.push(paragraph)
    properties = createProperties(styles.standard)
  }

  /** When its properties are over: what the paragraph is. */
  const shapeParagraph = ({ shape }: Paragraph) => {
    if (noteKind) return
    const { style, outline, pageBefore } = properties
    const level = outline === null ? styles.headingLevel(style) : outline <= 8 ? outline + 1 : 0
    if (level > 0 && fields.contents && boxes.length === 0) fields.endContents()
    const contents = isContents() || styles.isContents(style)
    shape.matter = contents ? 'contents' : null
    shape.heading = contents ? 0 : level
    if (level === 0 && styles.isCode(style)) shape.leftOut = 'code'
    shape.titleLine = styles.titleLine(style)
    shape.item = level === 0 && (properties.list.id ?? '0') !== '0'
    run.hidden = styles.isHidden(style)
    if (pageBefore ?? styles.beginsPage(style)) items.push(pageStart)
  }

  const endParagraph = () => {
    const paragraph = paragraphs.pop()
    if (!paragraph) return
    fields.endParagraph()
    const { markDeleted, initial, pageAfter } = properties
    if (markDeleted || (initial && paragraph.raw.trim() !== '')) continued = paragraph
    else {
      if (isContents() && !noteKind) paragraph.shape.matter = 'contents'
      const { shape } = paragraph
      if (shape.heading > 0) numberHeading(paragraph, properties, styles, numbers)
      paragraph.end()
    }
    for (const alt of pictures.splice(0)) sendFrom(pictureBlock(alt, paragraph.shape.matter))
    if (boxes.length === 0) afterBoxes.release()
    if (pageAfter) items.push(pageStart)
    properties = createProperties(styles.standard)
  }

  /** Notes that another program wrote are numbers that are raised, most of them links. */
  const endRaised = () => {
    const paragraph = top()
    run.raised = false
    if (paragraph) dropRaisedMark(paragraph, run.at, links.anchor)
  }

  /** In the midst of a sentence it is shown, and said where it can be. */
  const closeFormula = () => {
    const from = formula.close('oMath')
    if (from !== null) top()?.read(from, '')
  }

  const endContinued = () => {
    const last = continued
    continued = null
    last?.end()
  }

  const openText = (name: string, attributes: Record<string, string>) => {
    const paragraph = top()
    if (name === 't') inText = true
    else if (name === 'tab' || name === 'ptab') paragraph?.add(' ')
    else if (name === 'br' || name === 'cr') {
      const type = attributeOf(attributes, 'w', 'type')
      if (type === 'page' && paragraph?.raw.trim() === '' && boxes.length === 0)
        items.push(pageStart)
      else if (type === 'page') properties.pageAfter = true
      paragraph?.add(lineBreak)
    } else if (name === 'noBreakHyphen') paragraph?.add('\u2011')
    else if (name === 'sym') paragraph?.ornament()
    else if (name === 'footnoteReference' || name === 'endnoteReference') {
      const id = attributeOf(attributes, 'w', 'id')
      paragraph?.mark(id === undefined ? '' : `${name.replace('Reference', '')}-${id}`)
      readRunLook(run, name, attributes, styles)
    } else if (name === 'instrText') inInstruction = true
    else if (name === 'fldChar') {
      const type = attributeOf(attributes, 'w', 'fldCharType')
      if (type === 'begin') fields.begin()
      else if (type === 'separate') fields.separate()
      else if (type === 'end') fields.end()
    } else readRunLook(run, name, attributes, styles)
  }

  const openDrawing = (name: string, attributes: Record<string, string>) => {
    // Word's own horizontal line.
    if (attributes['o:hr'] === 't') top()?.ornament()
    if (name === 'docPr') {
      const alt = attributes['descr'] ?? ''
      if (alt.trim() !== '' && pictures.length < 50) pictures.push(alt)
    } else if (name === 'txbxContent' && top()) {
      boxes.push({ opaque, run: { ...run }, properties })
      opaque = 0
    } else if (opaqueNames.has(name)) opaque += 1
  }

  const openStructure = (name: string, attributes: Record<string, string>) => {
    if (name === 'p') beginParagraph()
    else if (name === 'pPr') inProperties = true
    else if (name === 'r') {
      const hidden = styles.isHidden(properties.style)
      run = { hidden, silent: false, raised: false, at: top()?.raw.length ?? 0 }
    } else if (name === 'hyperlink')
      links.open(attributeOf(attributes, 'w', 'anchor') ?? '', top()?.raw.length ?? 0)
    else if (name === 'fldSimple') fields.simple(attributeOf(attributes, 'w', 'instr') ?? '')
    else if (name === 'sdt') controls.open()
    else if (controlProperties.has(name)) controls.property(name, attributes)
    else if (name === noteKind) {
      // Separators are notes too, of their own type.
      if ((attributeOf(attributes, 'w', 'type') ?? 'normal') !== 'normal') skipping = 1
      else noteId = `${noteKind}-${attributeOf(attributes, 'w', 'id') ?? ''}`
    } else if (boxes.length > 0) return
    else if (name === 'tbl') rows.table()
    else if (name === 'tr') {
      rowDeleted = false
      rows.row()
    } else if (name === 'tc') rows.cell()
    else if (name === 'trPr') inRowProperties = true
  }

  const open = (name: string, attributes: Record<string, string>) => {
    if (skipping > 0) return void (skipping += 1)
    if (name === 'AlternateContent') return void alternates.push({ taken: false })
    if (name === 'Choice' || name === 'Fallback') {
      const alternate = alternates[alternates.length - 1]
      if (alternate?.taken) skipping = 1
      if (alternate) alternate.taken = true
      return
    }
    if (opaque > 0 || opaqueNames.has(name)) return openDrawing(name, attributes)
    if (inProperties && !name.endsWith('Change')) return readProperty(properties, name, attributes)
    if (skippedNames.has(name)) return void (skipping = 1)
    formula.open(name, top()?.raw.length ?? 0)
    if (ruby.reading) return void (inText = name === 't')
    if (name === 'del' && inRowProperties) rowDeleted = true
    else if (name === 'del') skipping = 1
    else if (rubyNames.has(name)) ruby.open(name, top())
    else if (textNames.has(name)) openText(name, attributes)
    else openStructure(name, attributes)
  }

  const text = (data: string) => {
    if (skipping > 0 || (!inText && !inInstruction)) return
    if (inInstruction) return fields.instruction(data)
    const paragraph = top()
    if (!paragraph) return
    if (ruby.reading) return ruby.text(data)
    // A paragraph is not empty whose text is not heard.
    if (!fields.heard || run.silent || controls.placeholder) return paragraph.hide(' ')
    if (run.hidden) return paragraph.hide(data)
    formula.text(data)
    if (formula.inside) return paragraph.aside('formula', data)
    if (links.inside || fields.linked) paragraph.linked(data.trim().length)
    paragraph.add(data)
  }

  const close = (name: string) => {
    if (skipping > 0) return void (skipping -= 1)
    if (name === 'AlternateContent') alternates.pop()
    else if (name === 'txbxContent' && boxes.length > 0) {
      endContinued()
      const around = boxes.pop()
      opaque = around?.opaque ?? 0
      run = around?.run ?? run
      properties = around?.properties ?? properties
    } else if (opaque > 0) {
      if (opaqueNames.has(name)) opaque -= 1
    } else if (rubyNames.has(name)) ruby.close(name, top())
    else if (name === 't') inText = false
    else if (ruby.reading) return
    else if (name === 'instrText') inInstruction = false
    else if (name === 'r' && run.raised) endRaised()
    else if (name === 'p') endParagraph()
    else if (name === 'pPr') {
      inProperties = false
      const paragraph = top()
      if (paragraph) shapeParagraph(paragraph)
    } else if (name === 'hyperlink') links.close(top())
    else if (name === 'fldSimple') fields.end()
    else if (name === 'oMath') closeFormula()
    else if (name === 'sdt') controls.close()
    else if (name === noteKind) noteId = null
    else if (boxes.length > 0) return
    else if (name === 'trPr') inRowProperties = false
    else if (name === 'tc' || name === 'tbl') endContinued()
    else if (name === 'tr') {
      if (rowDeleted) rows.dropRow()
      rowDeleted = false
      rows.endRow()
    }
  }

  return {
    events: { open, text, close },
    take() {
      const done = items
      items = []
      return done
    },
    end() {
      endContinued()
      code.end()
      items.push(...titleLines.end())
    },
  }
}
