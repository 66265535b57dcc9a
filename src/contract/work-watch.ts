// Whether the studio is at work, and what there is to tell a person who did not look when it no longer is.
import type { Job } from './job.ts'
import type { Queue } from './queue.ts'

/** What has come to its end: books of the queue by what became of them, or one job. */
export type WorkEnd =
  | { kind: 'queue'; done: number; held: number; failed: number }
  | { kind: 'job'; job: Job }

export type WorkWatch = {
  /** Told of each job that changes. */
  job(job: Job): void
  /** Told of all jobs that there are: others that ran have gone without a word. */
  jobs(all: readonly Job[]): void
  queue(queue: Queue): void
  /** Whether something is narrated or exported now, or will be without anybody's help. */
  readonly isAtWork: boolean
  /** Books that are narrated now or will be, and exports under way. */
  readonly counts: { books: number; exports: number }
}

/** Narrating and exporting; one segment that is made again is heard at once by whoever wished it. */
export const isWork = ({ kind, total }: Job): boolean =>
  kind === 'export' || (kind === 'speech' && total !== 1)

/** `onRest` hears of the end whenever work has come to rest; null: a person ended it, and knows. */
export function createWorkWatch(onRest: (end: WorkEnd | null) => void): WorkWatch {
  const running = new Map<string, Job>()
  let last: Job | null = null
  let queue: Queue | null = null
  /** Whether the queue had a turn since work began. */
  let wasQueued = false
  let wasAtWork = false

  const isQueueAtWork = () => queue !== null && ['running', 'waiting'].includes(queue.state)
  const isAtWork = () => running.size > 0 || isQueueAtWork()
  const look = () => {
    const now = isAtWork()
    if (now && isQueueAtWork()) wasQueued = true
    if (wasAtWork && !now) {
      const end = wasQueued && queue ? endOfQueue(queue) : endOfJob(last)
      last = null
      wasQueued = false
      wasAtWork = false
      onRest(end)
    }
    wasAtWork = now
  }
  const note = (job: Job) => {
    if (isWork(job) && job.state === 'running') running.set(job.id, job)
    else if (running.delete(job.id) && isWork(job)) last = job
  }
  return {
    job(job) {
      note(job)
      look()
    },
    jobs(all) {
      const there = new Set(all.map(({ id }) => id))
      for (const id of running.keys()) if (!there.has(id)) running.delete(id)
      all.forEach(note)
      look()
    },
    queue(next) {
      queue = next
      look()
    },
    get isAtWork() {
      return isAtWork()
    },
    get counts() {
      const queued = queue && isQueueAtWork() ? queue.entries : []
      const books = new Set(
        queued
          .filter(({ state }) => state === 'waiting' || state === 'narrating')
          .map(({ projectId }) => projectId),
      )
      const jobs = [...running.values()]
      for (const job of jobs) if (job.kind === 'speech') books.add(job.projectId ?? job.id)
      return { books: books.size, exports: jobs.filter(({ kind }) => kind === 'export').length }
    },
  }
}

function endOfQueue({ entries, state }: Queue): WorkEnd | null {
  if (state === 'paused') return null
  const count = (...states: Queue['entries'][number]['state'][]) =>
    entries.filter((entry) => states.includes(entry.state)).length
  const [done, held, failed] = [count('done'), count('held'), count('failed')]
  return done + held + failed === 0 ? null : { kind: 'queue', done, held, failed }
}

/** What a person has paused or cancelled is no news to them. */
function endOfJob(job: Job | null): WorkEnd | null {
  if (!job || job.state === 'cancelled') return null
  if (job.state === 'paused' && !job.failure) return null
  return { kind: 'job', job }
}
