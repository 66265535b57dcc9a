// The files that imported books were made from: kept with the import, dropped when no project is left of them.
import { failureOf } from '../../base/failure-error.ts'
import type { StudioContext } from '../studio-context.ts'

/** Of an EPUB its read-along book is made; no other format's file is asked for again. */
export const isKeptFormat = (format: string): boolean => format === 'epub'

/** Never fails: what could not be dropped now is dropped by the next sweep. */
export async function dropUnusedSources({
  projects,
  keptBooks,
  log,
}: StudioContext): Promise<void> {
  try {
    await keptBooks.sweep(async () => new Set(await projects.bookDigests()))
  } catch (error) {
    log.warn('files of books that are gone were left', { failure: failureOf(error) })
  }
}
