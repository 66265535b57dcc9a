// library.*, book.*: what stands on the shelf, and how it gets there.
import { nameOfPath } from '../../base/name-of-path.ts'
import { failureOf } from '../../base/failure-error.ts'
import type { HandlersOf } from '../handlers.ts'
import { importBook } from '../library/import-job.ts'
import { openSavedBook } from '../library/open-saved-book.ts'
import type { StudioParts } from '../studio-parts.ts'
import type { Summaries } from '../document/summaries.ts'

export function libraryCommands(
  parts: StudioParts,
  summaries: Summaries,
): HandlersOf<'library.list' | 'library.addSample' | 'book.import'> {
  const { context, jobs, voices, changes } = parts

  const startImport = (
    path: string,
    release = async () => {},
    voicesFrom: 'anywhere' | 'disk' = 'anywhere',
  ) => {
    const name = nameOfPath(path)
    const job = jobs.start({ kind: 'import', stage: 'reading', name }, null, async (running) => {
      running.scope.own(release)
      const project = (await context.savedBooks.isOne(path))
        ? await openSavedBook(context, running, path)
        : await importBook(context, voices, running, path, { voicesFrom })
      await changes.announce(project.id, null)
      // Takes that another project has paid for are found without anyone waiting for it.
      changes
        .settleAll(project.id)
        .catch((error: unknown) => context.log.debug('settling', { failure: failureOf(error) }))
    })
    return { jobId: job.id }
  }

  const importTicketed = (ticket: string) => {
    const { path, release } = context.tickets.take('book', ticket)
    return startImport(path, release)
  }

  return {
    'library.list': async () => ({ projects: await summaries.all() }),
    // The first sound costs nothing and waits for nobody.
    'library.addSample': async () =>
      startImport(context.options.samplePath, async () => {}, 'disk'),
    'book.import': async ({ ticket }) => importTicketed(ticket),
  }
}
