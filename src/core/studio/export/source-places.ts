// Where a book's segments stand in the file it was imported from: read once more, in the same way.
import type { Block } from '../../../contract/index.ts'
import type { MarkupPlace } from '../../base/markup-tag.ts'
import { createBreath } from '../../base/breath.ts'
import { createChapterSegmenter } from '../../segment/segment-chapter.ts'
import type { StudioContext } from '../studio-context.ts'

/** `runs`: ascending stretches of the document's text. */
export type SourcePlace = { document: string; runs: MarkupPlace[] }

/** Segments as they come out of the file today, in its order; those that stand nowhere in it have no place. */
export type ReadSegment = { id: string; text: string; place: SourcePlace | null }

/** Fails as reading the book does. */
export async function readPlaces(
  { reader, clock }: Pick<StudioContext, 'reader' | 'clock'>,
  path: string,
  signal: AbortSignal,
): Promise<ReadSegment[]> {
  const found: ReadSegment[] = []
  let language = 'und'
  let chapters = 0
  const breathe = createBreath(clock)
  for await (const event of reader.read(path, signal, { places: true })) {
    if (event.kind === 'header') language = event.header.language
    if (event.kind !== 'chapter') continue
    chapters += 1
    const segmenter = createChapterSegmenter(`c${chapters}`, language)
    const { blocks } = event.chapter
    /** How much of each block is in segments already: theirs are its texts, one after the other. */
    const used = new Map<number, number>()
    const add = (segments: ReturnType<typeof segmenter.add>) => {
      for (const { id, text, block } of segments) {
        const from = used.get(block) ?? 0
        used.set(block, from + text.length)
        const place = placeIn(blocks[block], from, from + text.trimEnd().length)
        found.push({ id, text, place })
      }
    }
    for (const block of blocks) {
      add(segmenter.add(block))
      const pause = breathe()
      if (pause) await pause
    }
    add(segmenter.end())
  }
  return found
}

/** Where a stretch of a block's text stands. */
function placeIn(block: Block | undefined, from: number, to: number): SourcePlace | null {
  if (!block?.source) return null
  const { document, runs } = block.source
  const own = runs.flatMap(([at, length, start, end]): MarkupPlace[] => {
    const [first, last] = [Math.max(at, from), Math.min(at + length, to)]
    if (first >= last) return []
    // What is written as an entity is one thing.
    if (end - start !== length) return [{ from: start, to: end }]
    return [{ from: start + first - at, to: start + last - at }]
  })
  const isAscending = own.every((run, index) => run.from >= (own[index - 1]?.to ?? 0))
  return own.length > 0 && isAscending ? { document, runs: own } : null
}

/** A row of the project, told by what the person may have changed. */
export type PlacedRow = { id: string; text: string; edited: boolean }

/**
 * Rows keep the ids that they got when the book was imported, wherever the person has moved them; one that was
 * edited stands where it stood. Where a later Lectern reads the file otherwise, the words decide: the second
 * “Yes.” is the second one.
 */
export function placeRows(
  rows: readonly PlacedRow[],
  read: readonly ReadSegment[],
): Map<string, SourcePlace> {
  const byId = new Map(read.map((segment) => [segment.id, segment]))
  const places = new Map<string, SourcePlace>()
  const taken = new Set<string>()
  const open: PlacedRow[] = []
  for (const row of rows) {
    const same = byId.get(row.id)
    if (!same || (same.text !== row.text && !row.edited)) open.push(row)
    else {
      taken.add(same.id)
      if (same.place) places.set(row.id, same.place)
    }
  }
  if (open.length === 0) return places
  const left = Map.groupBy(
    read.filter(({ id }) => !taken.has(id)),
    ({ text }) => text.trim(),
  )
  for (const { id, text } of open) {
    const place = left.get(text.trim())?.shift()?.place
    if (place) places.set(id, place)
  }
  return places
}
