// Mirrors one open project: its index, its chapters' progress, and whether undo has something to do.
import type {
  ChapterEntry,
  ChapterProgress,
  Failure,
  Project,
  ProjectHistory,
} from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { readOnOpen } from '../client/read-on-open.ts'
import { createStore, type Readable } from '../client/store.ts'

export type OpenProject =
  | { state: 'loading' }
  | { state: 'failed'; failure: Failure }
  /** It was here, and is no longer in the library. */
  | { state: 'removed'; title: string }
  | {
      state: 'ready'
      project: Project
      history: ProjectHistory
      /** By chapter id. */
      progress: ReadonlyMap<string, ChapterProgress>
    }

export type ProjectMirror = Readable<OpenProject> & { dispose(): void }

const merged = (
  progress: ReadonlyMap<string, ChapterProgress>,
  changed: readonly ChapterProgress[],
): ReadonlyMap<string, ChapterProgress> =>
  changed.length === 0
    ? progress
    : new Map([...progress, ...changed.map((one) => [one.chapterId, one] as const)])

export function mirrorProject(connection: Connection, projectId: string): ProjectMirror {
  const store = createStore<OpenProject>({ state: 'loading' })
  const remove = () =>
    store.update((open) =>
      open.state === 'ready' ? { state: 'removed', title: open.project.title } : open,
    )
  const events = ['project.changed', 'segments.changed'] as const
  const opening = readOnOpen(
    connection,
    { name: 'project.open', args: { projectId }, events },
    (reply) => {
      if (!reply.ok) {
        // Removed while nothing was heard of the studio.
        if (reply.failure.code === 'not-found') remove()
        if (store.get().state === 'loading') store.set({ state: 'failed', failure: reply.failure })
        return
      }
      const { project, history, progress } = reply.value
      store.set({ state: 'ready', project, history, progress: merged(new Map(), progress) })
    },
  )
  const stops = [
    connection.on('library.removed', (removed) => {
      if (removed.projectId === projectId) remove()
    }),
    connection.on('project.changed', ({ project, history }) => {
      if (project.id !== projectId) return
      store.update((open) =>
        open.state === 'ready' && open.project.revision <= project.revision
          ? { ...open, project, history }
          : open,
      )
    }),
    connection.on('segments.changed', (changed) => {
      if (changed.projectId !== projectId || changed.progress.length === 0) return
      store.update((open) =>
        open.state === 'ready'
          ? { ...open, progress: merged(open.progress, changed.progress) }
          : open,
      )
    }),
    // It was taken back: by another page, or by the library's key.
    connection.on('library.changed', ({ project }) => {
      if (project.id === projectId && store.get().state === 'removed') opening.read()
    }),
    opening.stop,
  ]
  return {
    get: store.get,
    subscribe: store.subscribe,
    dispose: () => stops.forEach((stop) => stop()),
  }
}

export type BookTotals = {
  /** Over ticked chapters. */
  segments: number
  ready: number
  stale: number
  failed: number
  /** Of the ready ones. */
  flagged: number
  seconds: number
  chapters: number
}

/** How many of a chapter's segments have something to say. */
export const speakable = (chapter: ChapterEntry, progress: ChapterProgress | undefined): number =>
  chapter.segments - (progress?.skipped ?? 0)

/** What the ticked chapters come to. */
export function bookTotals(
  chapters: readonly ChapterEntry[],
  progress: ReadonlyMap<string, ChapterProgress>,
): BookTotals {
  const totals = { segments: 0, ready: 0, stale: 0, failed: 0, flagged: 0, seconds: 0, chapters: 0 }
  for (const chapter of chapters) {
    if (!chapter.spoken) continue
    const one = progress.get(chapter.id)
    totals.chapters += 1
    totals.segments += speakable(chapter, one)
    totals.ready += one?.ready ?? 0
    totals.stale += one?.stale ?? 0
    totals.failed += one?.failed ?? 0
    totals.flagged += one?.flagged ?? 0
    totals.seconds += one?.readySeconds ?? 0
  }
  return totals
}
