// The one book in an archive that is none itself: what to unpack it for.
import { bookEndings } from '../../contract/index.ts'
import { cleanText, shorten } from './clean-text.ts'

/** What may lie beside a book: its licence, a page about it. */
const beside: ReadonlySet<string> = new Set([
  'txt',
  'text',
  'md',
  'markdown',
  'html',
  'htm',
  'xhtml',
])
const endings = new Set(bookEndings)

const endingOf = (name: string): string => /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** The file's name without its folders; null where there is no book, or more than one. */
export function bookInside(names: readonly string[]): string | null {
  const readable = names.filter(
    (name) => endings.has(endingOf(name)) && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(name),
  )
  const books = readable.filter((name) => !beside.has(endingOf(name)))
  const [only, ...others] = books.length > 0 ? books : readable
  if (only === undefined || others.length > 0) return null
  return shorten(cleanText(only.slice(only.lastIndexOf('/') + 1)), 120)
}
