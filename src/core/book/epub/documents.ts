// The documents of a spine, one after the other, each with the next one known: an anchor may have moved there.
import type { FlowItem } from '../flow.ts'
import { createHeadingCensus, type HeadingCensus } from '../heading-census.ts'
import { createHtmlFlow } from '../html/html-flow.ts'
import type { NoteMarks } from '../html/notes.ts'
import type { BookArchive } from '../archive-text.ts'
import type { PlannedDocument } from './toc-starts.ts'

/** A document, or a piece of a very large one. */
export type ReadDocument = {
  document: PlannedDocument
  /** Blocks and the places that chapters begin at; null when the document is not there. */
  items: FlowItem[] | null
  /** Sequences in it that could not be decoded. */
  replaced: number
  first: boolean
  last: boolean
}

/** `alive`: it is still at the document of that number. */
export type DocumentEvent = { kind: 'alive'; index: number } | ({ kind: 'document' } & ReadDocument)

/** More markup than this is handed on in pieces, so that memory stays bounded. */
const pieceCharacters = 8 * 1024 * 1024

const foundIn = (items: readonly FlowItem[] | null): Set<string> =>
  new Set(items?.flatMap((item) => (item.kind === 'anchor' ? [item.id] : [])))

/** A converter that cuts a document in two may leave its table of contents as it was. */
function moveAnchors(from: ReadDocument, to: ReadDocument): void {
  const here = foundIn(from.items)
  const there = foundIn(to.items)
  for (const [id, starts] of from.document.byId) {
    if (here.has(id) || !there.has(id)) continue
    from.document.byId.delete(id)
    to.document.byId.set(id, [...starts, ...(to.document.byId.get(id) ?? [])])
  }
}

/** Those that know their place learn in which document. */
const placedIn = (items: FlowItem[], document: string): FlowItem[] =>
  items.map((item) =>
    item.kind === 'block' && item.block.source
      ? { ...item, block: { ...item.block, source: { ...item.block.source, document } } }
      : item,
  )

export async function* readDocuments(
  archive: BookArchive,
  documents: readonly PlannedDocument[],
  options: { marks: NoteMarks; maxNesting: number; places?: boolean },
): AsyncGenerator<DocumentEvent> {
  /** Held until the next one's anchors are known. */
  let before: ReadDocument | null = null
  const release = (next: ReadDocument): DocumentEvent[] => {
    if (!before) return []
    if (next.first) moveAnchors(before, next)
    const held = before
    before = null
    return [{ kind: 'document', ...held }]
  }
  for (const [index, document] of documents.entries()) {
    const held: ReadDocument | null = before
    const lost: ReadonlyMap<string, unknown> = held?.document.byId ?? new Map()
    const name = document.readable ? archive.find(document.path) : null
    const read: ReadDocument = { document, items: null, replaced: 0, first: true, last: true }
    if (name) {
      const wants = (id: string) => document.byId.has(id) || lost.has(id)
      const flow = createHtmlFlow({ ...options, wants, path: name })
      let characters = 0
      for await (const text of archive.stream(name, (count) => (read.replaced = count))) {
        flow.write(text)
        characters += text.length
        yield { kind: 'alive', index }
        if (characters < pieceCharacters) continue
        characters = 0
        const piece = { ...read, items: placedIn(flow.take(), name), last: false }
        yield* release(piece)
        yield { kind: 'document', ...piece }
        read.first = false
      }
      flow.end()
      read.items = placedIn(flow.take(), name)
    }
    yield* release(read)
    before = read
  }
  if (before) yield { kind: 'document', ...before }
}

/** What a book without a table of contents is read for first: which headings begin chapters. */
export async function* takeCensus(
  archive: BookArchive,
  documents: readonly PlannedDocument[],
  maxNesting: number,
): AsyncGenerator<DocumentEvent & { kind: 'alive' }, HeadingCensus> {
  const census = createHeadingCensus()
  for (const { path, readable } of documents) {
    const name = readable ? archive.find(path) : null
    if (!name) continue
    const flow = createHtmlFlow({ maxNesting })
    for await (const text of archive.stream(name)) {
      flow.write(text)
      census.push(flow.take())
      yield { kind: 'alive', index: 0 }
    }
    flow.end()
    census.push(flow.take())
  }
  return census
}
