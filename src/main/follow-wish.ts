// Does what a start asks for: books are imported, a link's book is opened, a deed is begun.
import type { Studio } from '../core/studio/studio.ts'
import type { LaunchWish } from './launch-arguments.ts'
import { bookOfLink } from './link.ts'

export type WishHost = {
  /** Whether there is a window whose page hears of things. */
  hasWindow(): boolean
  /** To the front; at a place of the page (`#/…`), or where it is. */
  show(place?: string): void
  importBook(path: string): void
  chooseBooks(): void
  writeScript(): void
}

/** Of several links the last one that leads to a book counts. A link to none shows the window, and no more. */
export async function followWish(
  studio: Pick<Studio, 'call'>,
  { books, links, deed }: LaunchWish,
  host: WishHost,
): Promise<void> {
  const wanted = links.map(bookOfLink).filter((id) => id !== null)
  const listed = wanted.length > 0 ? await studio.call('library.list', {}) : null
  const projects = listed?.ok ? listed.value.projects : []
  const book = wanted.findLast((id) => projects.some((project) => project.id === id))
  const tells = host.hasWindow()
  if (book !== undefined) host.show(`#/book/${encodeURIComponent(book)}`)
  // A page that is yet to come hears nothing: its address tells it.
  else host.show(deed === 'write-script' && !tells ? '#/write' : undefined)
  books.forEach(host.importBook)
  if (deed === 'add-books') host.chooseBooks()
  if (deed === 'write-script' && tells) host.writeScript()
}
