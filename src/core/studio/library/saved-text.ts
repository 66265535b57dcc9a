// Text in a file that a book was saved in: read in a stream, and never more of it than is right.
import { fail } from '../../base/failure-error.ts'
import type { Schema } from '../../base/schema.ts'
import type { SavedBook } from '../../ports/saved-books.ts'

/** An entry's lines without their ends. Fails with `book-damaged` where it is missing or a line is too long. */
export async function* linesOf(
  { name, archive }: SavedBook,
  entry: string,
  maxBytes: number,
): AsyncGenerator<string> {
  if (!archive.has(entry)) throw fail('book-damaged', { name }, `${entry} is missing`)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
    } catch (error) {
      throw fail('book-damaged', { name }, String(error))
    }
  }
  let parts: string[] = []
  let length = 0
  for await (const bytes of archive.stream(entry)) {
    const [first = '', ...more] = decode(bytes).split('\n')
    parts.push(first)
    length += first.length
    for (const next of more) {
      yield parts.join('')
      parts = [next]
      length = next.length
    }
    if (length > maxBytes) throw fail('book-damaged', { name }, `a line of ${entry} has no end`)
  }
  const last = parts.join('') + decode()
  if (last !== '') yield last
}

/** A line as what it should be. Fails with `book-damaged`. */
export function parsed<T>(text: string, schema: Schema<T>, name: string): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw fail('book-damaged', { name }, String(error))
  }
  const result = schema.safeParse(value)
  if (!result.success) throw fail('book-damaged', { name }, result.error.message.slice(0, 500))
  return result.data
}

/** An entry of one line as what it should be. */
export async function readJson<T>(
  saved: SavedBook,
  entry: string,
  schema: Schema<T>,
  maxBytes: number,
): Promise<T> {
  for await (const line of linesOf(saved, entry, maxBytes)) return parsed(line, schema, saved.name)
  throw fail('book-damaged', { name: saved.name }, `${entry} is empty`)
}
