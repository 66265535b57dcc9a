// FictionBook's bodies to blocks and starts, in one pass: its sections are its table of contents.
import { joinHeadings } from '../chapter-title.ts'
import { cleanText, dropEntities, hasWords } from '../clean-text.ts'
import { createCodeLines } from '../code-lines.ts'
import type { FlowBlock, FlowItem } from '../flow.ts'
import { notesStart } from '../flow-book.ts'
import type { MarkupEvents } from '../markup.ts'
import { lineBreak } from '../gathered-text.ts'
import { createParagraph, pictureBlock, type Paragraph } from '../paragraph.ts'
import { dropLinkedMark, dropRaisedMark } from '../raised-mark.ts'
import { createTableRows } from '../table-rows.ts'
import { attributeOf } from '../xml-scan.ts'

export type Fb2Flow = {
  events: MarkupEvents
  /** What is finished since the last call. */
  take(): FlowItem[]
}

/** Elements that are a paragraph each. */
const paragraphNames: ReadonlySet<string> = new Set([
  ...['p', 'subtitle', 'text-author', 'date', 'td', 'th'],
])

type Link = { anchor: string; isNote: boolean; at: number }

export function createFb2Flow(): Fb2Flow {
  let items: FlowItem[] = []
  const code = createCodeLines((flow) => void items.push({ kind: 'block', ...flow }))
  const rows = createTableRows(code.block)
  let inBody = false
  let inNotes = false
  /** Whether each section around has begun a chapter. */
  const sections: { id: string | null; begun: boolean }[] = []
  let paragraph: Paragraph | null = null
  let stanza: Paragraph | null = null
  let titleLines: FlowBlock[] | null = null
  let inPoem = 0
  let raisedAt: number | null = null
  let inCode = 0
  /** Whether the code stands in no paragraph: it is one. */
  let ownCode = false
  const links: Link[] = []

  /** Where text goes: a title's paragraph comes before the stanza that it stands in. */
  const into = (): Paragraph | null => paragraph ?? stanza
  const depth = () => Math.max(1, sections.length)
  const noteId = () => sections.findLast((section) => section.id !== null)?.id ?? null
  const start = (title: string | null, more: Partial<FlowItem & { kind: 'start' }> = {}) => {
    code.end()
    items.push({ kind: 'start', title, level: depth(), matter: null, linear: true, ...more })
  }

  const send = (flow: FlowBlock) => {
    if (titleLines && titleLines.length < maxTitleLines) return void titleLines.push(flow)
    if (titleLines) endTitle()
    if (!inNotes) beginUntitled()
    rows.block(flow)
  }

  /** Text of a section that has no title: a chapter of its own only at the top. */
  const beginUntitled = () => {
    const section = sections[sections.length - 1]
    if (!section || section.begun) return
    section.begun = true
    if (sections.length === 1) start(null)
    else code.block(sceneBreak)
  }

  const newParagraph = (name: string): Paragraph => {
    const heading = titleLines !== null ? Math.min(6, depth()) : 0
    return createParagraph(send, {
      heading: name === 'subtitle' ? Math.min(6, depth() + 1) : inNotes ? 0 : heading,
      matter: inNotes ? 'notes' : null,
      noteId: inNotes ? noteId() : null,
    })
  }

  /** A paragraph inside another one, and text that stands in none, are not what the format allows. */
  const endParagraph = () => {
    const ended = paragraph
    paragraph = null
    if (ended && ended.raw.trim() !== '') ended.end()
    else if (ended && titleLines === null && !inNotes)
      rows.block({ ...sceneBreak, tentative: true })
    raisedAt = null
    ownCode = false
    links.length = 0
  }

  const endTitle = () => {
    const lines = titleLines ?? []
    titleLines = null
    const section = sections[sections.length - 1]
    if (inNotes) {
      // A note's own title is the number that its mark has.
      if (section?.id == null) for (const flow of lines) rows.block(asHeading(flow))
      return
    }
    if (lines.length === 0) return
    if (inPoem === 0) {
      if (section) section.begun = true
      start(joinHeadings(lines.map(({ block }) => block.text)))
    }
    for (const flow of lines) rows.block(flow)
  }

  const open = (name: string, attributes: Record<string, string>) => {
    if (name === 'body') {
      inBody = true
      inNotes = /note|comment|footnote/i.test(attributes['name'] ?? '')
      if (inNotes) code.end()
      if (inNotes) items.push(notesStart)
    }
    if (!inBody) return
    if (paragraphNames.has(name)) {
      endParagraph()
      if (stanza && stanza.raw.trim() !== '') stanza.end()
      if (name === 'td' || name === 'th') rows.cell()
      paragraph = newParagraph(name)
    } else openInside(name, attributes)
  }

  const openInside = (name: string, attributes: Record<string, string>) => {
    const around = into()
    if (name === 'code') {
      inCode += 1
      if (!around) paragraph = newParagraph(name)
      ownCode ||= !around
    } else if (name === 'v' && !stanza) paragraph = newParagraph(name)
    else if (name === 'a' && around) {
      const href = attributeOf(attributes, 'l', 'href') ?? ''
      const anchor = href.startsWith('#') ? href.slice(1) : ''
      const isNote = attributeOf(attributes, '', 'type') === 'note'
      links.push({ anchor, isNote, at: around.raw.length })
    } else if (name === 'sup' && around) raisedAt = around.raw.length
    else if (name === 'image') picture(attributes)
    else if (!blockNames.has(name)) return
    else openBlock(name, attributes)
  }

  const openBlock = (name: string, attributes: Record<string, string>) => {
    if (paragraph) endParagraph()
    if (name === 'section') sections.push({ id: attributes['id'] ?? null, begun: inNotes })
    else if (name === 'title') titleLines = []
    else if (name === 'poem') inPoem += 1
    else if (name === 'epigraph') {
      if (sections.length === 0 && !inNotes) start(null, { matter: 'dedication' })
    } else if (name === 'stanza')
      stanza = createParagraph(send, {
        verse: true,
        matter: inNotes ? 'notes' : null,
        noteId: inNotes ? noteId() : null,
      })
    else if (name === 'empty-line' && !inNotes) rows.block({ ...sceneBreak, tentative: true })
    else if (name === 'table') rows.table()
    else if (name === 'tr') rows.row()
  }

  const picture = (attributes: Record<string, string>) => {
    const alt = cleanText(dropEntities(attributes['alt'] || attributes['title'] || ''))
    if (hasWords(alt) && titleLines === null && !inNotes) send(pictureBlock(alt, null))
  }

  const put = (into: Paragraph, words: string) => {
    if (inCode > 0) into.aside('code', words)
    else into.add(words)
  }

  const text = (data: string) => {
    if (!inBody) return
    const around = into()
    if (around) {
      const link = links[links.length - 1]
      if (link) around.linked(data.trim().length)
      // Pandoc writes a list's signs out.
      const words = around.raw === '' ? data.replace(/^\s*[•◦▪‣]\s+/u, '') : data
      put(around, words)
    } else if (data.trim() !== '') {
      paragraph = newParagraph('p')
      put(paragraph, data)
    }
  }

  const closeInline = (name: string, around: Paragraph) => {
    if (name === 'a') {
      const link = links.pop()
      if (link?.isNote) {
        around.cut(link.at)
        around.mark(link.anchor)
      } else if (link) dropLinkedMark(around, link.at, link.anchor)
    } else if (name === 'sup' && raisedAt !== null) {
      dropRaisedMark(around, raisedAt, links[links.length - 1]?.anchor ?? '')
      raisedAt = null
    }
  }

  const close = (name: string) => {
    if (!inBody) return
    if (name === 'code') inCode = Math.max(0, inCode - 1)
    if (name === 'code' && ownCode) endParagraph()
    const around = into()
    if (around && (name === 'a' || name === 'sup')) return closeInline(name, around)
    if (name === 'v' && stanza) return around?.add(lineBreak)
    if (paragraphNames.has(name) || name === 'v') return endParagraph()
    if (paragraph && blockNames.has(name)) endParagraph()
    if (name === 'stanza') {
      stanza?.end()
      stanza = null
      raisedAt = null
      links.length = 0
    } else if (name === 'title') endTitle()
    else if (name === 'section') sections.pop()
    else if (name === 'poem') inPoem -= 1
    else if (name === 'tr') rows.endRow()
    else if (name === 'body') {
      code.end()
      inBody = false
      inNotes = false
    }
  }

  return {
    events: { open, text, close },
    take() {
      const done = items
      items = []
      return done
    },
  }
}

const blockNames: ReadonlySet<string> = new Set([
  ...[
    'body',
    'section',
    'title',
    'poem',
    'epigraph',
    'stanza',
    'empty-line',
    'table',
    'tr',
    'cite',
  ],
  'annotation',
])
/** A title of more lines is none. */
const maxTitleLines = 100

const sceneBreak: FlowBlock = { block: { kind: 'scene-break', text: '' }, matter: null, linked: 0 }

const asHeading = (flow: FlowBlock): FlowBlock => ({
  ...flow,
  block: { ...flow.block, kind: 'heading', level: 2 },
})
