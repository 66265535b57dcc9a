// A book's file as a book of the library: what every verb about one begins with.
import { fail } from '../core/base/failure-error.ts'
import type { Call, Follow } from './follow-job.ts'
import type { Terminal } from './open-terminal.ts'

/** Its id; a book that is there already is found again. Fails as reading it does. */
export async function importBook(
  { studio }: Pick<Terminal, 'studio'>,
  call: Call,
  follow: Follow,
  path: string,
): Promise<string> {
  const ticket = studio.tickets.issue('book', path)
  const { projectId } = await follow(await call('book.import', { ticket }))
  if (projectId === undefined) throw fail('not-found', { kind: 'book' })
  return projectId
}
