// Mirrors the library: every project's summary, newest use first.
import type { Failure, ProjectSummary } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { readOnOpen } from '../client/read-on-open.ts'
import { createStore, type Readable } from '../client/store.ts'

export type Library = {
  state: 'loading' | 'ready' | 'failed'
  projects: readonly ProjectSummary[]
  failure: Failure | null
}

const byUse = (a: ProjectSummary, b: ProjectSummary): number =>
  b.openedAt - a.openedAt || b.createdAt - a.createdAt || a.id.localeCompare(b.id)

/** The list with one summary put in place of its older self, or added. */
export const withSummary = (
  projects: readonly ProjectSummary[],
  summary: ProjectSummary,
): ProjectSummary[] =>
  [...projects.filter((project) => project.id !== summary.id), summary].sort(byUse)

export function mirrorLibrary(connection: Connection): Readable<Library> {
  const store = createStore<Library>({ state: 'loading', projects: [], failure: null })
  connection.on('library.changed', ({ project }) =>
    store.update((library) => ({ ...library, projects: withSummary(library.projects, project) })),
  )
  connection.on('library.removed', ({ projectId }) =>
    store.update((library) => ({
      ...library,
      projects: library.projects.filter((project) => project.id !== projectId),
    })),
  )
  const events = ['library.changed', 'library.removed'] as const
  readOnOpen(connection, { name: 'library.list', args: {}, events }, (reply) => {
    store.update((library) =>
      reply.ok
        ? { state: 'ready', projects: [...reply.value.projects].sort(byUse), failure: null }
        : library.state === 'ready'
          ? library
          : { ...library, state: 'failed', failure: reply.failure },
    )
  })
  return store
}
