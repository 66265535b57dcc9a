// The queue of one voice source as workers see it: the sooner wanted first, then as they came, one job for each free lane.

export type Job = {
  urgent: boolean
  /** Resolves when a worker's lane has taken it. */
  taken: (lane: Lane) => void
}
/** A place of a worker where one segment is spoken at a time, and what it has done. */
export type Lane = { worker: number; spoken: number; speakingMs: number }

export type FarmQueue = {
  readonly lanes: number
  readonly waiting: number
  readonly mostWaiting: number
  readonly free: number
  add(job: Job): void
  /** The lane has done its job and takes the next one. */
  release(lane: Lane): void
}

type Line = { jobs: Job[]; head: number }

/** Lanes ask in the order in which they became free, as connections of Redis are served. */
export function createFarmQueue(lanes: readonly Lane[]): FarmQueue {
  const urgent: Line = { jobs: [], head: 0 }
  const rest: Line = { jobs: [], head: 0 }
  let free = [...lanes]
  let nextFree = 0
  let mostWaiting = 0
  const waitingIn = ({ jobs, head }: Line) => jobs.length - head
  const waiting = () => waitingIn(urgent) + waitingIn(rest)

  const takeFirst = (line: Line): Job | undefined => {
    const job = line.jobs[line.head]
    if (!job) return undefined
    line.head += 1
    if (line.head > 1000 && line.head * 2 > line.jobs.length) {
      line.jobs = line.jobs.slice(line.head)
      line.head = 0
    }
    return job
  }
  return {
    lanes: lanes.length,
    get waiting() {
      return waiting()
    },
    get mostWaiting() {
      return mostWaiting
    },
    get free() {
      return free.length - nextFree
    },
    add(job) {
      const lane = free[nextFree]
      if (!lane) {
        ;(job.urgent ? urgent : rest).jobs.push(job)
        mostWaiting = Math.max(mostWaiting, waiting())
        return
      }
      nextFree += 1
      if (nextFree === free.length) {
        free = []
        nextFree = 0
      }
      job.taken(lane)
    },
    release(lane) {
      const job = takeFirst(urgent) ?? takeFirst(rest)
      if (job) job.taken(lane)
      else free.push(lane)
    },
  }
}
