// Which job is next: what a person waits for first, what can wait last.
import type { CodecJobName } from './codec-operations.ts'

/**
 * Without codecs nothing goes on. A preview is heard now. A picture is small work that a book waits for.
 * Preparing and checking free a lane of the voices, and their results must not wait in the spool. A sound that is brought
 * is waited for by a person. A finished file ends a job, and measuring it follows. Encoding ahead fills what
 * time is left.
 */
const order: Record<CodecJobName, true> = {
  load: true,
  preview: true,
  shrink: true,
  prepare: true,
  check: true,
  sound: true,
  write: true,
  measure: true,
  encode: true,
}

export type JobQueue<T> = {
  readonly length: number
  add(name: CodecJobName, job: T): void
  /** Takes the next job out: by kind, within a kind the one that came first. */
  next(): T | undefined
  /** Whether it was still waiting. */
  remove(job: T): boolean
}

export function createJobQueue<T>(): JobQueue<T> {
  const names = Object.keys(order) as CodecJobName[]
  const waiting = new Map(names.map((name) => [name, new Set<T>()]))
  return {
    get length() {
      return [...waiting.values()].reduce((sum, jobs) => sum + jobs.size, 0)
    },
    add: (name, job) => void waiting.get(name)?.add(job),
    next() {
      for (const jobs of waiting.values())
        for (const job of jobs) {
          jobs.delete(job)
          return job
        }
      return undefined
    },
    remove: (job) => [...waiting.values()].some((jobs) => jobs.delete(job)),
  }
}
