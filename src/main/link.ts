// Links from outside: lectern://book/ID asks for a book; any other address of ours asks for the window alone.
import { pageScheme } from './own-page.ts'

/** No path, no dot, no escape: an id is looked up and never joined to anything. */
const bookPath = /^\/([A-Za-z0-9_-]{1,64})\/?$/

/** Whether the system hands us this word because it is a link of ours. */
export const isLink = (word: string): boolean => word.toLowerCase().startsWith(`${pageScheme}:`)

/** The id of the book that a link asks for, which need not be there; null where it asks for none. */
export function bookOfLink(link: string): string | null {
  if (!URL.canParse(link)) return null
  const { protocol, host, username, password, pathname, search, hash } = new URL(link)
  if (protocol !== `${pageScheme}:` || host !== 'book') return null
  if (`${username}${password}${search}${hash}` !== '') return null
  return bookPath.exec(pathname)?.[1] ?? null
}
