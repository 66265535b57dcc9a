// Which books the library shows, in which order: what a person has chosen, and what follows from it.
import type { ProjectSummary } from '../../../contract/index.ts'
import { createStore, type Store } from '../client/store.ts'
import { textSearch } from './text-search.ts'

export const shelfOrders = ['opened', 'title', 'author', 'progress', 'added'] as const
export type ShelfOrder = (typeof shelfOrders)[number]

export type ShelfView = { search: string; order: ShelfOrder; archived: boolean }

const key = 'lectern.shelf-order'

/** The order is remembered by the browser; what was searched for is gone with the page. */
export function createShelf(page: Window): Store<ShelfView> {
  const remembered = page.localStorage.getItem(key)
  const order = shelfOrders.find((known) => known === remembered) ?? 'opened'
  const store = createStore<ShelfView>({ search: '', order, archived: false })
  store.subscribe(() => page.localStorage.setItem(key, store.get().order))
  return store
}

/** Every word of the search is somewhere in a title or an author's name. */
export function booksFound(books: readonly ProjectSummary[], search: string): ProjectSummary[] {
  const fits = textSearch(search)
  return books.filter(({ title, authors }) => fits([title, ...authors].join('\n')))
}

/** Between 0 and 1. */
export const narratedPart = ({ segments, ready }: ProjectSummary): number =>
  segments === 0 ? 0 : ready / segments

const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
const byTitle = (a: ProjectSummary, b: ProjectSummary) => compare(a.title, b.title)
/** By family name, as far as the last word is one; books without an author last. */
const familyName = ({ authors }: ProjectSummary): string =>
  (authors[0] ?? '').split(/\s+/).at(-1) || '\uFFFF'

const orders: Record<ShelfOrder, (a: ProjectSummary, b: ProjectSummary) => number> = {
  opened: (a, b) => b.openedAt - a.openedAt,
  title: byTitle,
  author: (a, b) => compare(familyName(a), familyName(b)) || byTitle(a, b),
  progress: (a, b) => narratedPart(b) - narratedPart(a) || byTitle(a, b),
  added: (a, b) => b.createdAt - a.createdAt,
}

export type ShownBooks = {
  books: ProjectSummary[]
  /** Of those that could be shown where nothing is searched for. */
  all: number
  archived: number
  /** Found on the other side: in the archive, or on the shelf. */
  elsewhere: number
}

export function shownBooks(books: readonly ProjectSummary[], view: ShelfView): ShownBooks {
  const found = booksFound(books, view.search)
  const here = found.filter(({ archived }) => archived === view.archived)
  const archived = books.filter((book) => book.archived).length
  return {
    // The order they come in decides where nothing else does.
    books: here.toSorted(orders[view.order]),
    all: view.archived ? archived : books.length - archived,
    archived,
    elsewhere: found.length - here.length,
  }
}
