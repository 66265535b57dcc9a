// Books on their way in: the page's own uploads, and the import jobs they become.
import type { Job } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { isActive, jobEnd, type Jobs } from './jobs.ts'
import type { News } from './news.ts'
import { createStore, type Readable } from '../client/store.ts'

export type Upload = { id: number; name: string; fraction: number }

export type Imports = {
  uploads: Readable<readonly Upload[]>
  /** Jobs whose end the person has seen. */
  dismissed: Readable<ReadonlySet<string>>
  dismiss(jobId: string): void
  /** Opens the book of an import that began before the page did, also where it has ended. */
  expect(jobId: string): void
  /** Sends files and starts to read them. */
  addFiles(files: readonly File[]): Promise<void>
  /** Asks for books by the door's own dialog. */
  choose(): Promise<void>
  /** Opens the bundled story; answers when it is open or has failed. */
  addSample(): Promise<void>
}

/** `added` is called with the book to open, by the rule of `followImports`. */
export function createImports(
  connection: Connection,
  jobs: Readable<Jobs>,
  news: News,
  added: (projectId: string, play: boolean) => void,
): Imports {
  const uploads = createStore<readonly Upload[]>([])
  const dismissed = createStore<ReadonlySet<string>>(new Set())
  let lastUpload = 0
  let batch: ReadonlySet<string> = new Set()
  let sampling = false

  const follow = () => {
    const next = followImports(batch, jobs.get())
    if (uploads.get().length > 0) return
    batch = next.batch
    if (next.open !== null && !sampling) added(next.open, false)
  }
  jobs.subscribe(follow)
  uploads.subscribe(follow)

  const start = async (ticket: string) => {
    const started = news.settle(await connection.call('book.import', { ticket }))
    if (started === null) return
    batch = new Set(batch).add(started.jobId)
    follow()
  }
  const addFile = async (file: File) => {
    const id = (lastUpload += 1)
    const show = (fraction: number) =>
      uploads.update((all) => [
        ...all.filter((upload) => upload.id !== id),
        { id, name: file.name, fraction },
      ])
    show(0)
    const ticket = news.settle(await connection.host.ticketForFile(file, show))
    if (ticket !== null) await start(ticket)
    uploads.update((all) => all.filter((upload) => upload.id !== id))
  }

  return {
    uploads,
    dismissed,
    expect(jobId) {
      batch = new Set(batch).add(jobId)
      follow()
    },
    dismiss: (jobId) => dismissed.update((ids) => new Set(ids).add(jobId)),
    async addFiles(files) {
      for (const file of files) await addFile(file)
    },
    async choose() {
      for (const ticket of await connection.host.chooseBooks()) await start(ticket)
    },
    async addSample() {
      sampling = true
      const started = news.settle(await connection.call('library.addSample', {}))
      const job = started === null ? null : await jobEnd(jobs, started.jobId)
      sampling = false
      if (job?.state === 'done' && job.projectId !== undefined) added(job.projectId, true)
    },
  }
}

/** Import jobs worth a row: those that run, and those that failed since the page began. */
export const shownImports = (jobs: Jobs, dismissed: ReadonlySet<string>, since: number): Job[] =>
  [...jobs.values()]
    .filter((job) => job.kind === 'import' && !dismissed.has(job.id))
    .filter((job) => isActive(job) || (job.state === 'failed' && job.startedAt >= since))
    .sort((a, b) => a.startedAt - b.startedAt)

/**
 * Follows a batch of imports until all have ended and names the book to open then: the only one of
 * the batch, when it was added whole. Several books leave the person in the library.
 */
export function followImports(
  batch: ReadonlySet<string>,
  jobs: Jobs,
): { batch: ReadonlySet<string>; open: string | null } {
  const now = new Set(batch)
  for (const job of jobs.values()) if (job.kind === 'import' && isActive(job)) now.add(job.id)
  const ended = [...now].every((id) => {
    const job = jobs.get(id)
    return job !== undefined && !isActive(job)
  })
  if (now.size === 0 || !ended) return { batch: now, open: null }
  const [only] = now
  const job = now.size === 1 && only !== undefined ? jobs.get(only) : undefined
  return { batch: new Set(), open: job?.state === 'done' ? (job.projectId ?? null) : null }
}
