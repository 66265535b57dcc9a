// An item of the script with its place in the book, and what the book's own words say of it.
import type { AskedKind } from '../../../contract/index.ts'
import type { ScriptItem } from '../../script/script-item.ts'

export type Place = { segmentId: string; chapterId: string; position: number; text: string }

export type PlacedItem = {
  kind: AskedKind
  item: ScriptItem
  /** Of its answer. */
  key: string
  place: Place
}
