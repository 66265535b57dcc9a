// A Kindle book's table of contents: titles, levels, and the byte of the text that each is at.
import { cleanText } from '../clean-text.ts'
import { textLimits } from '../limits.ts'
import type { MobiHeader } from './header.ts'
import { readIndex } from './index-records.ts'
import type { PalmDatabase } from './palm-database.ts'

export type MobiPlace = { title: string; level: number; at: number }

const tag = { position: 1, label: 3, depth: 4, fragment: 6 } as const

/** Where each fragment's text begins: after its skeleton and the fragments before it. None in the older format. */
export async function fragmentStarts(
  database: PalmDatabase,
  header: MobiHeader,
  base: number,
): Promise<number[]> {
  const { fragmentIndex, skeletonIndex, encoding } = header
  if (fragmentIndex === null || skeletonIndex === null) return []
  const limit = textLimits.maxTocEntries
  const skeletons = await readIndex(database, base + skeletonIndex, encoding, limit)
  const fragments = await readIndex(database, base + fragmentIndex, encoding, limit)
  const starts: number[] = []
  for (const { values } of skeletons?.entries ?? []) {
    const count = values.get(1)?.[0] ?? 0
    const [from = 0, length = 0] = values.get(tag.fragment) ?? []
    let at = from + length
    for (let each = 0; each < count && starts.length < (fragments?.entries.length ?? 0); each++) {
      const own = fragments?.entries[starts.length]?.values.get(tag.fragment)?.[1] ?? 0
      starts.push(at)
      at += own
    }
  }
  return starts
}

/** Sorted by place; empty where the book has none. `base` is the record of its header. */
export async function readToc(
  database: PalmDatabase,
  header: MobiHeader,
  base: number,
): Promise<MobiPlace[]> {
  if (header.tocIndex === null) return []
  const index = await readIndex(
    database,
    base + header.tocIndex,
    header.encoding,
    textLimits.maxTocEntries,
  )
  if (!index) return []
  const starts = await fragmentStarts(database, header, base)
  const places = index.entries.flatMap(({ values }): MobiPlace[] => {
    const label = values.get(tag.label)?.[0]
    const [fragment, offset = 0] = values.get(tag.fragment) ?? []
    const from = fragment === undefined ? undefined : starts[fragment]
    const at = from === undefined ? values.get(tag.position)?.[0] : from + offset
    const title = label === undefined ? '' : cleanText(index.word(label))
    if (at === undefined || title === '') return []
    return [{ title, level: 1 + Math.min(20, values.get(tag.depth)?.[0] ?? 0), at }]
  })
  return places.sort((a, b) => a.at - b.at)
}
