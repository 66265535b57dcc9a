// Gathers the text of one block and closes it: cleans it, tells paragraphs from verse and scene breaks.
import { cleanText, dropEntities, hasWords, isOrnament } from '../clean-text.ts'
import type { FlowBlock, FlowItem } from '../flow.ts'
import type { LeftOutReason, Matter } from '../../../contract/index.ts'
import { textLimits } from '../limits.ts'
import { tellsOfPicture } from './elements.ts'

const { maxBlockCharacters, maxBlockMarks } = textLimits

/** Stands for `<br>` until the block is closed; white space is collapsed around it. */
export const lineBreak = '\u2028'

export type BlockEnd = {
  /** 1 to 6 for a heading, 0 for anything else. */
  heading: number
  verse: boolean
  matter: Matter | null
  /** Whether the element that ends here is a paragraph, so that its emptiness means something. */
  paragraph: boolean
  /** Whether its class says that it is a break between scenes. */
  breakClass: boolean
  /** Whether it stands in a list. */
  item: boolean
  /** Asked once there is text: the note that it is of. */
  noteName: () => string | null
}

export type BlockWriter = {
  /** Raw text of the block under way. */
  readonly raw: string
  /** Counts the blocks that were closed: a mark that began in another block is none. */
  readonly closed: number
  add(text: string): void
  /** Takes everything after `length` back. */
  cut(length: number): void
  /** Remembers text that stands in a link. */
  linked(characters: number): void
  /** An image's words, used when a heading has no others, kept where nothing else is in the block. */
  image(alt: string): void
  /** A note's mark that was taken out, by what it names. */
  mark(name: string): void
  /** The name of the note that the block turns out to be. */
  note(name: string): void
  /** What was taken out and is a line of its own if nothing else is in the block; `always`: anyhow. */
  leaveOut(reason: LeftOutReason, text: string, always?: 'always'): void
  anchor(id: string): void
  close(end: BlockEnd): void
}

/** `emit` gets what is finished, in reading order; `now` tells of the block under way, should it not end. */
export function createBlockWriter(
  emit: (item: FlowItem) => void,
  emitBlock: (flow: FlowBlock) => void,
  now: () => BlockEnd,
): BlockWriter {
  let raw = ''
  let closed = 0
  let linkedCharacters = 0
  let images: string[] = []
  let imageCharacters = 0
  let marks: string[] = []
  let ownNote: string | null = null
  let leftOut: { reason: LeftOutReason; text: string; always: boolean }[] = []
  let anchors: { id: string; at: number }[] = []

  /** The block with its note and the marks that were in it. */
  const withNotes = (flow: FlowBlock, noteId: string | null): FlowBlock => {
    const noteMarks = marks
    marks = []
    if (noteId === null && noteMarks.length === 0) return flow
    const block = { ...flow.block, ...(noteId === null ? {} : { noteId }) }
    return { ...flow, block: noteMarks.length === 0 ? block : { ...block, noteMarks } }
  }

  /** A paragraph that never ends is cut between words, so that memory stays bounded. */
  const relieve = () => {
    while (raw.length > maxBlockCharacters) {
      const space = raw.lastIndexOf(' ', maxBlockCharacters)
      const at = space > 0 ? space : maxBlockCharacters
      const text = cleanText(dropEntities(raw.slice(0, at)))
      for (const { id } of anchors) emit({ kind: 'anchor', id })
      anchors = []
      const { matter, noteName } = now()
      const flow = { block: { kind: 'paragraph' as const, text }, matter, linked: linkedCharacters }
      if (text) emitBlock(withNotes(flow, ownNote ?? noteName()))
      if (text) linkedCharacters = 0
      raw = raw.slice(at)
      closed += 1
    }
  }

  const emitLeftOut = (reason: LeftOutReason, raw: string, matter: Matter | null) => {
    const text = cleanText(dropEntities(raw.slice(0, maxBlockCharacters)))
    const block = { kind: 'paragraph' as const, text, leftOut: reason }
    if (hasWords(text)) emitBlock({ block, matter, linked: 0 })
  }

  const blockOf = (lines: string[], end: BlockEnd): FlowBlock | null => {
    const { matter } = end
    const linked = linkedCharacters
    const short = lines.length >= 3 && lines.every((line) => line.length < 72)
    if (end.heading > 0) {
      const text = lines.join(' ')
      return text ? { block: { kind: 'heading', text, level: end.heading }, matter, linked } : null
    }
    const verse = end.verse || short
    const text = lines.join(verse ? '\n' : ' ')
    if (text && !isOrnament(text) && !(end.breakClass && !hasWords(text)))
      return {
        ...{ block: { kind: verse ? 'verse' : 'paragraph', text }, matter, linked },
        ...(end.item && { item: true }),
      }
    if (text || end.breakClass)
      return { block: { kind: 'scene-break', text: '' }, matter, linked: 0 }
    const blank = end.paragraph && /[\u00a0\u2028]/.test(raw)
    return blank
      ? { block: { kind: 'scene-break', text: '' }, matter, linked: 0, tentative: true }
      : null
  }

  return {
    get raw() {
      return raw
    },
    get closed() {
      return closed
    },
    add(text) {
      raw += text
      if (raw.length > maxBlockCharacters * 2) relieve()
    },
    cut(length) {
      raw = raw.slice(0, length)
    },
    linked(characters) {
      linkedCharacters += characters
    },
    image(alt) {
      if (images.length >= maxBlockMarks || imageCharacters > maxBlockCharacters) return
      images.push(alt.slice(0, maxBlockCharacters))
      imageCharacters += alt.length
    },
    mark(name) {
      if (marks.length < maxBlockMarks) marks.push(name)
    },
    note(name) {
      ownNote = name
    },
    leaveOut(reason, text, always) {
      if (leftOut.length < maxBlockMarks)
        leftOut.push({ reason, text, always: always !== undefined })
    },
    anchor(id) {
      anchors.push({ id, at: raw.length })
    },
    close(end) {
      closed += 1
      const pieces = raw.includes(lineBreak) ? raw.split(lineBreak) : [raw]
      let lines =
        raw === '' ? [] : pieces.map((piece) => cleanText(dropEntities(piece))).filter(Boolean)
      if (end.heading > 0 && lines.length === 0) lines = images.map(cleanText).filter(hasWords)
      const block = blockOf(lines, end)
      // A place named near the end of a paragraph means what follows it.
      const after = (at: number) => block !== null && end.heading === 0 && at * 2 > raw.length
      const length = raw.length
      for (const { id, at } of anchors) if (!after(at) || length === 0) emit({ kind: 'anchor', id })
      if (block)
        emitBlock(block.block.text === '' ? block : withNotes(block, ownNote ?? end.noteName()))
      else
        for (const alt of images)
          if (tellsOfPicture(alt)) leftOut.push({ reason: 'picture', text: alt, always: true })
      for (const { reason, text, always } of leftOut)
        if (!block || always) emitLeftOut(reason, text, end.matter)
      for (const { id, at } of anchors) if (length > 0 && after(at)) emit({ kind: 'anchor', id })
      raw = ''
      linkedCharacters = 0
      images = []
      imageCharacters = 0
      marks = []
      ownNote = null
      leftOut = []
      anchors = []
    },
  }
}
