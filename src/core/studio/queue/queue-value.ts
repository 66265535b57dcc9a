// The queue as it is told: what is known of each book, and how long all of it will take.
import {
  isQueued,
  type Job,
  type ProjectSummary,
  type Queue,
  type QueuedBook,
} from '../../../contract/index.ts'
import type { Standing } from './queue-turn.ts'

export type QueueFacts = {
  book: QueuedBook
  summary: ProjectSummary
  standing: Standing
  /** What runs or waits for it. */
  job: Job | null
  /** Seconds of sound in a second; null while nobody knows. */
  pace: number | null
}

export function queueValue(
  facts: readonly QueueFacts[],
  { isPaused, isForeign, exports }: { isPaused: boolean; isForeign: boolean; exports: boolean },
): Queue {
  const entries = facts.map(entryOf)
  const queued = entries.filter(isQueued)
  const sum = queued.reduce<number | null>(
    (all, { etaSeconds }) => (all === null || etaSeconds === null ? null : all + etaSeconds),
    0,
  )
  const rests = queued.length === 0
  const state = rests ? 'resting' : isPaused ? 'paused' : isForeign ? 'waiting' : 'running'
  return { entries, state, exports, etaSeconds: rests ? null : sum }
}

function entryOf({ book, summary, standing, job, pace }: QueueFacts): Queue['entries'][number] {
  const { ending } = book
  const { segments, ready } = summary
  const failed = ending?.state === 'done' ? ending.failed : summary.failed
  const failure = ending?.state === 'failed' ? ending.failure : job?.failure
  const about = { projectId: book.projectId, title: summary.title, segments }
  return {
    ...about,
    state: stateOf(book, standing),
    failed,
    left: Math.max(0, segments - ready - failed),
    etaSeconds: ending ? null : etaOf(summary, standing, job, pace),
    ...(failure && { failure }),
  }
}

function stateOf({ ending }: QueuedBook, { now }: Standing): Queue['entries'][number]['state'] {
  if (ending) return ending.state
  if (now === 'running') return 'narrating'
  return now === 'held' || now === 'exporting' ? now : 'waiting'
}

/** As the job tells it while it runs; else from the sound that is missing and the voice's pace. */
function etaOf(
  { seconds, wholeSeconds }: ProjectSummary,
  { now }: Standing,
  job: Job | null,
  pace: number | null,
): number | null {
  if (now === 'exporting') return job?.etaSeconds ?? null
  if (now === 'running' && job && job.etaSeconds !== null) return job.etaSeconds
  return pace === null ? null : Math.max(0, wholeSeconds - seconds) / pace
}
