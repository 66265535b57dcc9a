// Gathers the text of one block and closes it: cleans it, tells paragraphs from verse and scene breaks.
import { cleanText, dropEntities, hasWords, isOrnament } from '../clean-text.ts'
import type { FlowBlock, FlowItem } from '../flow.ts'
import {
  createGatheredText,
  joinLines,
  withReadings,
  withSource,
  type ReadLine,
} from '../gathered-text.ts'
import type { LeftOutReason, Matter } from '../../../contract/index.ts'
import { textLimits } from '../limits.ts'
import { tellsOfPicture } from './elements.ts'

const { maxBlockCharacters, maxBlockMarks } = textLimits

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
  /** `from`, `to`: where it stands in the document, for those who ask. */
  add(text: string, from?: number, to?: number): void
  /** Takes everything after `length` back. */
  cut(length: number): void
  /** What stands between two places of the raw text is shown, and `say` is said instead. */
  read(from: number, to: number, say: string): void
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

/**
 * `emit` gets what is finished, in reading order; `now` tells of the block under way, should it not end. With
 * `places` blocks tell where they stand.
 */
export function createBlockWriter(
  emit: (item: FlowItem) => void,
  emitBlock: (flow: FlowBlock) => void,
  now: () => BlockEnd,
  places = false,
): BlockWriter {
  const gathered = createGatheredText(places)
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
    while (gathered.raw.length > maxBlockCharacters) {
      const space = gathered.raw.lastIndexOf(' ', maxBlockCharacters)
      const line = gathered.shift(space > 0 ? space : maxBlockCharacters)
      const { text } = line
      for (const { id } of anchors) emit({ kind: 'anchor', id })
      anchors = []
      const { matter, noteName } = now()
      const more = { ...withReadings(line.readings), ...withSource(line) }
      const block = { kind: 'paragraph' as const, text, ...more }
      const flow = { block, matter, linked: linkedCharacters }
      if (text) emitBlock(withNotes(flow, ownNote ?? noteName()))
      if (text) linkedCharacters = 0
      closed += 1
    }
  }

  const emitLeftOut = (reason: LeftOutReason, raw: string, matter: Matter | null) => {
    const text = cleanText(dropEntities(raw.slice(0, maxBlockCharacters)))
    const block = { kind: 'paragraph' as const, text, leftOut: reason }
    if (hasWords(text)) emitBlock({ block, matter, linked: 0 })
  }

  const blockOf = (lines: readonly ReadLine[], end: BlockEnd): FlowBlock | null => {
    const { matter } = end
    const linked = linkedCharacters
    const short = lines.length >= 3 && lines.every(({ text }) => text.length < 72)
    if (end.heading > 0) {
      const line = joinLines(lines, ' ')
      const { text } = line
      const more = { ...withReadings(line.readings), ...withSource(line) }
      const block = { kind: 'heading', text, level: end.heading, ...more } as const
      return text ? { block, matter, linked } : null
    }
    const verse = end.verse || short
    const line = joinLines(lines, verse ? '\n' : ' ')
    const { text } = line
    const more = { ...withReadings(line.readings), ...withSource(line) }
    const kind = verse ? 'verse' : 'paragraph'
    if (text && !isOrnament(text) && !(end.breakClass && !hasWords(text)))
      return {
        ...{ block: { kind, text, ...more }, matter, linked },
        ...(end.item && { item: true }),
      }
    if (text || end.breakClass)
      return { block: { kind: 'scene-break', text: '' }, matter, linked: 0 }
    const blank = end.paragraph && /[\u00a0\u2028]/.test(gathered.raw)
    return blank
      ? { block: { kind: 'scene-break', text: '' }, matter, linked: 0, tentative: true }
      : null
  }

  return {
    get raw() {
      return gathered.raw
    },
    get closed() {
      return closed
    },
    add(text, from, to) {
      gathered.add(text, from, to)
      if (gathered.raw.length > maxBlockCharacters * 2) relieve()
    },
    cut: gathered.cut,
    read: gathered.read,
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
      anchors.push({ id, at: gathered.raw.length })
    },
    close(end) {
      closed += 1
      let lines = gathered.lines()
      if (end.heading > 0 && lines.length === 0)
        lines = images
          .map((alt) => ({ text: cleanText(alt), readings: [] }))
          .filter(({ text }) => hasWords(text))
      const block = blockOf(lines, end)
      const { length } = gathered.raw
      // A place named near the end of a paragraph means what follows it.
      const after = (at: number) => block !== null && end.heading === 0 && at * 2 > length
      for (const { id, at } of anchors) if (!after(at) || length === 0) emit({ kind: 'anchor', id })
      if (block)
        emitBlock(block.block.text === '' ? block : withNotes(block, ownNote ?? end.noteName()))
      else
        for (const alt of images)
          if (tellsOfPicture(alt)) leftOut.push({ reason: 'picture', text: alt, always: true })
      for (const { reason, text, always } of leftOut)
        if (!block || always) emitLeftOut(reason, text, end.matter)
      for (const { id, at } of anchors) if (length > 0 && after(at)) emit({ kind: 'anchor', id })
      gathered.clear()
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
