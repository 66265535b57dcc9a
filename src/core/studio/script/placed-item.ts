// An item of the script with its place in the book, and what the book's own words say of it.
import type { ScriptKind } from '../../../contract/index.ts'
import type { ScriptItem } from '../../script/script-item.ts'

export type Place = { segmentId: string; chapterId: string; position: number; text: string }

export type PlacedItem = {
  kind: ScriptKind
  item: ScriptItem
  /** Of its answer. */
  key: string
  place: Place
}

/** Counts equal texts of a chapter, so that each is one of its own. */
export function createOccurrences(): (text: string) => number {
  const counts = new Map<string, number>()
  return (text) => {
    const count = counts.get(text) ?? 0
    counts.set(text, count + 1)
    return count
  }
}
