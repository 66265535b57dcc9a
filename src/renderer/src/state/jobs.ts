// Mirrors the jobs, by id, and finds the one that a control is about.
import type { Job, JobKind } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { readOnOpen } from '../client/read-on-open.ts'
import { createStore, type Readable } from '../client/store.ts'

export type Jobs = ReadonlyMap<string, Job>

export const isActive = (job: Job): boolean => job.state === 'running' || job.state === 'paused'

/** Of several active jobs of one kind the largest: a single segment never hides the book. */
export function activeJob(jobs: Jobs, kind: JobKind, projectId: string): Job | null {
  let found: Job | null = null
  for (const job of jobs.values()) {
    if (job.kind !== kind || job.projectId !== projectId || !isActive(job)) continue
    if (found === null || job.total > found.total) found = job
  }
  return found
}

/** The one that began last, whatever became of it. */
export function latestJob(jobs: Jobs, kind: JobKind, projectId: string): Job | null {
  let found: Job | null = null
  for (const job of jobs.values()) {
    if (job.kind !== kind || job.projectId !== projectId) continue
    if (found === null || job.startedAt >= found.startedAt) found = job
  }
  return found
}

/** The export of a book that was done last, among those that are known. */
export const lastFinishedExport = (jobs: Jobs, projectId: string): string | null =>
  [...jobs.values()].findLast(
    (job) => job.kind === 'export' && job.projectId === projectId && job.state === 'done',
  )?.id ?? null

/** Between 0 and 1; null while the total is unknown. */
export const jobFraction = (job: Job): number | null =>
  job.total > 0 ? Math.min(1, job.done / job.total) : null

/** Jobs that have ended and are still known: as many as the studio itself remembers. */
export const endedKept = 20

/**
 * With a job as it is now; what ended long ago is forgotten. Imports stay: the library lists those that failed,
 * and waits for all of a batch.
 */
function withJob(before: Jobs, job: Job): Jobs {
  const jobs = new Map(before)
  // Those that ended stand in the order in which they did.
  if (!isActive(job)) jobs.delete(job.id)
  jobs.set(job.id, job)
  const ended = [...jobs.values()].filter((one) => !isActive(one) && one.kind !== 'import')
  for (const { id } of ended.slice(0, Math.max(0, ended.length - endedKept))) jobs.delete(id)
  return jobs
}

export function mirrorJobs(connection: Connection): Readable<Jobs> {
  const store = createStore<Jobs>(new Map())
  connection.on('job.advanced', ({ job }) => store.update((jobs) => withJob(jobs, job)))
  readOnOpen(connection, { name: 'job.list', args: {}, events: ['job.advanced'] }, (reply) => {
    if (reply.ok) store.set(new Map(reply.value.jobs.map((job) => [job.id, job])))
  })
  return store
}

/** Resolves with the job when it has ended; with `cancelled` when a studio that was started anew knows nothing of it. */
export function jobEnd(jobs: Readable<Jobs>, jobId: string): Promise<Job> {
  return new Promise((resolve) => {
    let last: Job | undefined
    const look = () => {
      const job = jobs.get().get(jobId) ?? (last && { ...last, state: 'cancelled' as const })
      last = job
      if (job === undefined || isActive(job)) return
      stop()
      resolve(job)
    }
    const stop = jobs.subscribe(look)
    look()
  })
}
