// The documents of a spine, one after the other, each with the next one known: an anchor may have moved there.
import type { FlowItem } from '../flow.ts'
import { createHeadingCensus, type HeadingCensus } from '../html/heading-census.ts'
import { createHtmlFlow } from '../html/html-flow.ts'
import type { NoteMarks } from '../html/notes.ts'
import type { BookArchive } from './archive-text.ts'
import type { PlannedDocument } from './toc-starts.ts'

export type ReadDocument = {
  document: PlannedDocument
  /** Blocks and the places that chapters begin at; null when the document is not there. */
  items: FlowItem[] | null
  /** Sequences in it that could not be decoded. */
  replaced: number
}

/** `alive`: it is still at the document of that number. */
export type DocumentEvent = { kind: 'alive'; index: number } | ({ kind: 'document' } & ReadDocument)

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

export async function* readDocuments(
  archive: BookArchive,
  documents: readonly PlannedDocument[],
  marks: NoteMarks,
): AsyncGenerator<DocumentEvent> {
  let before: ReadDocument | null = null
  for (const [index, document] of documents.entries()) {
    const lost: ReadonlyMap<string, unknown> = before?.document.byId ?? new Map()
    const name = document.readable ? archive.find(document.path) : null
    const read: ReadDocument = { document, items: null, replaced: 0 }
    if (name) {
      const wants = (id: string) => document.byId.has(id) || lost.has(id)
      const flow = createHtmlFlow({ wants, path: name, marks })
      for await (const text of archive.stream(name, (count) => (read.replaced = count))) {
        flow.write(text)
        yield { kind: 'alive', index }
      }
      flow.end()
      read.items = flow.take()
    }
    if (before) {
      moveAnchors(before, read)
      yield { kind: 'document', ...before }
    }
    before = read
  }
  if (before) yield { kind: 'document', ...before }
}

/** What a book without a table of contents is read for first: which headings begin chapters. */
export async function* takeCensus(
  archive: BookArchive,
  documents: readonly PlannedDocument[],
): AsyncGenerator<DocumentEvent & { kind: 'alive' }, HeadingCensus> {
  const census = createHeadingCensus()
  for (const { path, readable } of documents) {
    const name = readable ? archive.find(path) : null
    if (!name) continue
    const flow = createHtmlFlow()
    for await (const text of archive.stream(name, () => {})) {
      flow.write(text)
      census.push(flow.take())
      yield { kind: 'alive', index: 0 }
    }
    flow.end()
    census.push(flow.take())
  }
  return census
}
