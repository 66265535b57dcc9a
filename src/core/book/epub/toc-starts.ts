// Where chapters begin in an EPUB: at the places its table of contents names, and at documents it forgets.
import type { Matter, ReadWarning } from '../../../contract/index.ts'
import { hasWords } from '../clean-text.ts'
import { isHeard, type ChapterStart, type FlowBlock, type FlowItem } from '../flow.ts'
import { matterOfFileName } from '../matter-words.ts'
import type { TocEntry } from './toc.ts'

/** One document of the spine, as it is planned. */
export type PlannedDocument = {
  path: string
  id: string
  linear: boolean
  readable: boolean
  /** What landmarks, guide, the nav property or the file's name say. */
  matter: Matter | null
  atStart: ChapterStart[]
  byId: Map<string, ChapterStart[]>
}

export type SpineDocument = {
  path: string
  /** The path that the spine names, where a fallback is read in its stead. */
  namedPath: string
  id: string
  linear: boolean
  isNavigation: boolean
  /** Whether it, or one of its fallbacks, is a document at all. */
  readable: boolean
}

export type Places = {
  /** Matter by `path` or `path#fragment`. */
  matterOf(path: string, fragment: string | null): Matter | null
}

type Plan = { documents: PlannedDocument[]; warnings: ReadWarning[] }

/** Gives every entry with a target to its document; the others become warnings. */
export function planChapters(
  spine: readonly SpineDocument[],
  entries: readonly TocEntry[],
  places: Places,
): Plan {
  const documents = spine.map(({ path, id, linear, readable, isNavigation }): PlannedDocument => ({
    path,
    id,
    linear,
    readable,
    matter: isNavigation
      ? 'contents'
      : (places.matterOf(path, null) ?? matterOfFileName(path) ?? matterOfFileName(id)),
    atStart: [],
    byId: new Map(),
  }))
  const byPath = new Map<string, PlannedDocument>()
  for (const [index, document] of documents.entries())
    for (const path of [document.path, spine[index]?.namedPath ?? document.path])
      if (!byPath.has(path)) byPath.set(path, document)
  const warnings: ReadWarning[] = []
  for (const { title, level, target, group } of entries) {
    const document = target ? byPath.get(target.path) : undefined
    if (!target || !document) {
      // A heading over other entries needs no place of its own.
      if (target || !group) warnings.push(missing(title))
      continue
    }
    const { fragment } = target
    const matter = places.matterOf(target.path, fragment) ?? (fragment ? null : document.matter)
    const start: ChapterStart = { title: title || null, level, matter, linear: document.linear }
    if (fragment === null) document.atStart.push(start)
    else addTo(document.byId, fragment, start)
  }
  return { documents, warnings }
}

const addTo = (byId: Map<string, ChapterStart[]>, id: string, start: ChapterStart) => {
  const known = byId.get(id)
  if (known) known.push(start)
  else byId.set(id, [start])
}

const missing = (title: string): ReadWarning => ({
  code: 'toc-entry-without-target',
  params: { title },
})

export type DocumentStarts = {
  /**
   * A document's items with the starts in their places, and the entries whose place is not in it. A large
   * one comes in pieces: what belongs to its beginning is asked of the first, what to its end of the last.
   */
  place(
    document: PlannedDocument,
    items: readonly FlowItem[],
    piece?: { first: boolean; last: boolean },
  ): { items: FlowItem[]; warnings: ReadWarning[] }
}

/** Keeps what must be known of the chapter under way from document to document. */
export function createDocumentStarts(): DocumentStarts {
  let begun = false
  /** Level of the first heading of the chapter under way. */
  let headingLevel = 0

  /** Text that no entry names: a chapter of its own, or the chapter before goes on. */
  const beginsOwn = (document: PlannedDocument, lead: readonly FlowBlock[]): boolean => {
    if (!begun || !document.linear) return true
    const first = lead.find((flow) => hasWords(flow.block.text))
    const said = first?.matter ?? document.matter
    if (said && said !== 'body' && !(said === 'notes' && !isHeading(first))) return true
    if (!isHeading(first)) return false
    return headingLevel === 0 || (first?.block.level ?? 6) <= headingLevel
  }

  const remember = (item: FlowItem) => {
    if (item.kind === 'start') {
      begun = true
      headingLevel = 0
    } else if (item.kind === 'block' && item.block.kind === 'heading' && headingLevel === 0)
      headingLevel = item.block.level ?? 2
  }

  return {
    place(document, items, { first, last } = { first: true, last: true }) {
      const hasAnchor = items.some((item) => item.kind === 'anchor')
      const atStart = first ? [...document.atStart] : []
      const [lost] = document.byId
      // A file is a place too: the first entry whose anchor is gone begins there.
      if (first && last && atStart.length === 0 && !hasAnchor && lost) {
        const [id, [start, ...others]] = lost
        if (start) atStart.push(start)
        document.byId.set(id, others)
      }
      const out: FlowItem[] = atStart.map((start) => ({ kind: 'start', ...start }))
      const firstAnchor = items.findIndex((item) => item.kind === 'anchor')
      const lead = items.slice(0, firstAnchor < 0 ? items.length : firstAnchor).flatMap(blockOf)
      if (
        first &&
        atStart.length === 0 &&
        lead.some((flow) => hasWords(flow.block.text)) &&
        beginsOwn(document, lead)
      ) {
        const { matter, linear } = document
        out.push({ kind: 'start', title: null, level: 1, matter, linear })
      }
      for (const item of items) {
        if (item.kind !== 'anchor') out.push(item)
        else
          for (const start of document.byId.get(item.id) ?? [])
            out.push({ kind: 'start', ...start })
        // An id that stands twice begins its chapter once.
        if (item.kind === 'anchor') document.byId.delete(item.id)
      }
      out.forEach(remember)
      const gone = last ? [...document.byId.values()].flat() : []
      return { items: out, warnings: gone.map((start) => missing(start.title ?? '')) }
    },
  }
}

const isHeading = (flow: FlowBlock | undefined): boolean => flow?.block.kind === 'heading'
const blockOf = (item: FlowItem): FlowBlock[] =>
  item.kind === 'block' && isHeard(item.block) ? [item] : []
