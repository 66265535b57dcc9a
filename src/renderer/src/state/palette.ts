// What the palette offers for a search: places first, then commands, chapters and books, best first.
import type { ChapterEntry, ProjectSummary } from '../../../contract/index.ts'
import { rank } from '../client/rank.ts'
import { words } from '../words.ts'
import { deedIds, deedTable, type DeedId } from './deed-table.ts'
import { chapterName, type Place, placesOf } from './places.ts'

export type PaletteKind = keyof typeof words.palette.kinds

export type PaletteItem = { id: string; kind: PaletteKind; name: string } & (
  | { deed: DeedId }
  | { place: Place }
  | { projectId: string }
)

export type PaletteGroup = { kind: PaletteKind; items: PaletteItem[] }

export type PaletteSource = {
  /** Deeds that can be done now. */
  deeds: readonly DeedId[]
  /** Of the book that is open. */
  chapters: readonly ChapterEntry[]
  here: ChapterEntry | undefined
  books: readonly ProjectSummary[]
}

/** Shown of a kind at most: who wants another one writes on. */
const mostOfKind = 100

/** Deeds in the table's order that are offered in the palette at all. */
export const paletteDeeds = (can: (id: DeedId) => boolean): DeedId[] =>
  deedIds.filter((id) => id !== 'palette' && deedTable[id].fixed !== true && can(id))

/** In groups, the one with the best find first. */
export function paletteGroups(source: PaletteSource, search: string): PaletteGroup[] {
  const places: PaletteItem[] = placesOf(search, source.chapters, source.here).map(
    ({ place, name }) => ({ id: `place ${name}`, kind: 'place', name, place }),
  )
  const found = rank(findable(source), search, ({ name, also }) => `${name} ${also}`)
  const groups = new Map<PaletteKind, PaletteItem[]>()
  const isNamed = new Set(places.map(({ name }) => name))
  for (const item of [...places, ...found.map(({ item }) => item)]) {
    if (item.kind === 'chapter' && isNamed.has(item.name)) continue
    const items = groups.get(item.kind) ?? []
    groups.set(item.kind, items)
    if (items.length < mostOfKind) items.push(item)
  }
  return [...groups].map(([kind, items]) => ({ kind, items }))
}

type Findable = { item: PaletteItem; name: string; also: string }

function findable({ deeds, chapters, books }: PaletteSource): Findable[] {
  const { deeds: names, also } = words.keys
  return [
    ...deeds.map((deed): Findable => {
      const name = names[deed]
      return { item: { id: deed, kind: 'deed', name, deed }, name, also: also[deed] ?? '' }
    }),
    ...chapters.flatMap((chapter, at): Findable[] => {
      if (chapter.segments === 0) return []
      const name = chapterName(chapters, at)
      const place: Place = { kind: 'position', position: chapter.firstPosition }
      return [{ item: { id: chapter.id, kind: 'chapter', name, place }, name, also: '' }]
    }),
    ...books.map(({ id, title, authors }): Findable => {
      const name = title || words.library.untitled
      return { item: { id, kind: 'book', name, projectId: id }, name, also: authors.join(' ') }
    }),
  ]
}
