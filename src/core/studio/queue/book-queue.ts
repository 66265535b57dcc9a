// The queue of books: kept in order over restarts, narrated one after another, told as it changes.
import type { Job, ProjectSummary, Queue, QueuedBook } from '../../../contract/index.ts'
import { failureOf } from '../../base/failure-error.ts'
import type { RunningJob } from '../job-registry.ts'
import { exportQueued } from './queue-export.ts'
import { queuedBook, recallQueue, rememberQueue } from './queue-memory.ts'
import { createQueuePace } from './queue-pace.ts'
import { nextTurn, type QueueDeed, type Standing } from './queue-turn.ts'
import { movedPast } from './queue-order.ts'
import { queueValue } from './queue-value.ts'
import { startNarration } from '../narration/start-narration.ts'
import type { StudioParts } from '../studio-parts.ts'
import type { Summaries } from '../document/summaries.ts'

/** How often its progress is told. */
const tellEveryMs = 1000

export type BookQueue = {
  read(): Queue
  /** See the commands of the same names: each answers when it is kept and has had its effect. */
  add(projectIds: readonly string[], mayCost: boolean): Promise<Queue>
  remove(projectIds: readonly string[]): Promise<Queue>
  move(projectId: string, places: number): Promise<Queue>
  pause(): Promise<Queue>
  resume(projectId?: string): Promise<Queue>
  setExports(exports: boolean): Promise<Queue>
}

/** What is done for a book of it. */
type Work = { jobId: string; stage: 'narration' | 'export'; byHand: boolean; isSetBack: boolean }

/** Takes up what is remembered. Open jobs of before must have been taken up already. */
export async function openBookQueue(parts: StudioParts, summaries: Summaries): Promise<BookQueue> {
  const { context, jobs, turns } = parts
  const { projects, events, scope, clock, log } = context
  const memory = await recallQueue(projects)
  const pace = createQueuePace(clock, parts.meter, memory.paces)
  const known = new Map<string, ProjectSummary>()
  if (memory.books.length > 0)
    for (const summary of await summaries.all()) known.set(summary.id, summary)
  memory.books = memory.books.filter(({ projectId }) => known.has(projectId))
  const works = new Map<string, Work>()

  const find = (projectId: string) => memory.books.find((book) => book.projectId === projectId)
  /** A book that was removed is passed over; taken back, it is where it was. */
  const shown = () => memory.books.filter(({ projectId }) => known.has(projectId))
  const jobOf = (jobId: string | undefined): Job | null =>
    jobs.list().find(({ id }) => id === jobId) ?? null
  const narrationOf = (projectId: string): RunningJob | null =>
    jobs.active(projectId, 'speech').find(({ replaceable }) => replaceable) ?? null
  const isForeign = () =>
    jobs.running('speech').some(({ replaceable, job }) => replaceable && !find(job.projectId ?? ''))

  const standingOf = ({ projectId, ending }: QueuedBook): Standing => {
    const work = works.get(projectId)
    const stand = (now: Standing['now']) => ({ projectId, now, byHand: work?.byHand ?? false })
    if (ending) return stand('ended')
    if (!work) return stand('none')
    if (work.stage === 'export') return stand('exporting')
    if (work.isSetBack) return stand('set-back')
    return stand(jobOf(work.jobId)?.state === 'paused' ? 'held' : 'running')
  }

  const value = (): Queue => {
    const facts = shown().flatMap((book) => {
      const summary = known.get(book.projectId)
      if (!summary) return []
      const standing = standingOf(book)
      const job = book.ending ? null : jobOf(works.get(book.projectId)?.jobId)
      return [{ book, summary, standing, job, pace: pace.of(summary.voice) }]
    })
    const { isPaused, exports } = memory
    return queueValue(facts, { isPaused, exports, isForeign: isForeign() })
  }
  let told = JSON.stringify(value())
  const tell = () => {
    const queue = value()
    const text = JSON.stringify(queue)
    if (text === told) return
    told = text
    events.emit('queue.changed', { queue })
  }
  let isToldLater = false
  const tellLater = () => {
    if (isToldLater) return
    isToldLater = true
    scope.after(clock, tellEveryMs, () => {
      isToldLater = false
      const narrating = shown().find((book) => standingOf(book).now === 'running')
      pace.listen(narrating ? (known.get(narrating.projectId)?.voice ?? null) : null)
      tell()
    })
  }
  const save = () => rememberQueue(projects, { ...memory, paces: pace.known() })

  /** What became of a narration: the book's files are next, its end, or another turn. */
  const narrated = async (book: QueuedBook, work: Work, job: Job | null) => {
    if (job?.state === 'failed' && job.failure)
      return void (book.ending = { state: 'failed', failure: job.failure })
    if (job?.state === 'cancelled') {
      // Nobody stopped it: its rows are elsewhere, or it was removed and is back. Its turn is still to come.
      if (!work.byHand && jobs.wasOverrun(job.id)) return
      return void (book.ending = { state: 'stopped' })
    }
    const summary = known.get(book.projectId)
    const left = summary ? summary.segments - summary.ready - summary.failed : 0
    // By hand a part of it may have been narrated: the rest has its turn.
    if (work.byHand && left > 0) return
    const failed = job?.failed ?? 0
    if (memory.exports && failed === 0) return beginExport(book)
    book.ending = { state: 'done', failed }
  }
  const beginExport = async (book: QueuedBook) => {
    try {
      book.isExporting = true
      const jobId = await exportQueued(parts, book.projectId)
      if (jobId === null) return exported(book, null)
      works.set(book.projectId, { jobId, stage: 'export', byHand: false, isSetBack: false })
    } catch (error) {
      book.ending = { state: 'failed', failure: failureOf(error) }
    }
  }
  const exported = (book: QueuedBook, job: Job | null) => {
    book.isExporting = false
    if (job?.state === 'cancelled' && jobs.wasOverrun(job.id)) return
    if (job?.state === 'failed' && job.failure)
      book.ending = { state: 'failed', failure: job.failure }
    else
      book.ending = job?.state === 'cancelled' ? { state: 'stopped' } : { state: 'done', failed: 0 }
  }
  /** Sees what has begun, ended or come to wait, whoever did it. */
  const follow = async (book: QueuedBook) => {
    const { projectId } = book
    const running = narrationOf(projectId)
    let work = works.get(projectId)
    if (running && work?.jobId !== running.job.id) {
      if (book.ending && running.job.state === 'paused') return
      // One that goes on because its rows were changed is still what it was.
      const byHand = work && jobs.wasOverrun(work.jobId) ? work.byHand : true
      work = { jobId: running.job.id, stage: 'narration', byHand, isSetBack: false }
      works.set(projectId, work)
      Object.assign(book, { ending: null, isExporting: false })
    }
    if (!work) return
    const job = jobOf(work.jobId)
    if (job?.state === 'paused') work.byHand ||= !work.isSetBack
    else if (job?.state === 'running') {
      // A person has made it go on.
      if (work.isSetBack) Object.assign(work, { isSetBack: false, byHand: true })
    } else {
      works.delete(projectId)
      if (work.stage === 'export') exported(book, job)
      else await narrated(book, work, job)
    }
  }
  const begin = async (book: QueuedBook) => {
    const { projectId } = book
    if (book.isExporting) return beginExport(book)
    const summary = known.get(projectId)
    const isReady = summary && summary.segments > 0 && summary.ready >= summary.segments
    if (isReady) {
      if (memory.exports) return beginExport(book)
      return void (book.ending = { state: 'done', failed: 0 })
    }
    const asksFirst = book.begun || !book.mayCost
    book.begun = true
    await save()
    try {
      const wish = { projectId, scope: { kind: 'ticked' } as const }
      // Not kept as an open job: the queue itself takes it up again, in its turn.
      const { jobId } = await startNarration(parts, wish, { asksFirst, isKept: false })
      works.set(projectId, { jobId, stage: 'narration', byHand: false, isSetBack: false })
    } catch (error) {
      book.ending = { state: 'failed', failure: failureOf(error) }
    }
  }
  const perform = async ({ deed, projectId }: QueueDeed) => {
    const book = find(projectId)
    const work = works.get(projectId)
    if (!book) return
    if (deed === 'begin' || !work) return begin(book)
    // Noted first: what hears of the job must not think that a person did it.
    Object.assign(work, { isSetBack: deed === 'set-back', byHand: false })
    if (deed === 'set-back') jobs.pause(work.jobId)
    else jobs.resume(work.jobId)
  }
  const step = async () => {
    // A studio that closes ends its jobs, and one that takes up no work has no turns to give.
    if (!context.options.resumeJobs || scope.disposed) return
    const before = JSON.stringify(memory)
    for (;;) {
      for (const book of shown()) await follow(book)
      if (scope.disposed) return
      const situation = { isPaused: memory.isPaused, isForeign: isForeign() }
      const deed = nextTurn(shown().map(standingOf), situation)
      if (!deed) break
      await perform(deed)
    }
    if (JSON.stringify(memory) !== before) await save()
    tell()
  }
  const inTurn = (work: () => Promise<void> | void): Promise<Queue> =>
    turns('queue', async () => {
      await work()
      await save()
      await step()
      tell()
      return value()
    })
  const lookAgain = () =>
    void turns('queue', step).catch((error: unknown) =>
      log.error('the queue stands still', { failure: failureOf(error) }),
    )

  const states = new Map<string, Job['state']>()
  scope.own(
    events.on('job.advanced', ({ job }) => {
      if (job.kind !== 'speech' && job.kind !== 'export') return
      if (memory.books.length === 0) return
      if (states.get(job.id) === job.state) return tellLater()
      if (job.state === 'running' || job.state === 'paused') states.set(job.id, job.state)
      else states.delete(job.id)
      lookAgain()
    }),
  )
  scope.own(
    events.on('library.changed', ({ project }) => {
      if (!find(project.id)) return
      const isBack = !known.has(project.id)
      known.set(project.id, project)
      if (isBack) lookAgain()
      else tellLater()
    }),
  )
  scope.own(
    events.on('library.removed', ({ projectId }) => {
      if (known.delete(projectId)) lookAgain()
    }),
  )
  await turns('queue', step)

  return {
    read: value,
    add: (projectIds, mayCost) =>
      inTurn(async () => {
        // What was done before is another day's work.
        if (memory.books.every(({ ending }) => ending !== null))
          memory.books = memory.books.filter(({ ending }) => ending?.state !== 'done')
        for (const projectId of projectIds) {
          const summary = await summaries.of(projectId)
          if (!summary) continue
          known.set(projectId, summary)
          const there = find(projectId)
          if (there && !there.ending) there.mayCost ||= mayCost
          else {
            memory.books = memory.books.filter((book) => book !== there)
            memory.books.push(queuedBook(projectId, mayCost))
          }
        }
      }),
    remove: (projectIds) =>
      inTurn(async () => {
        const gone = new Set(projectIds)
        const ended = shown().filter(({ projectId }) => gone.has(projectId))
        memory.books = memory.books.filter(({ projectId }) => !gone.has(projectId))
        for (const { projectId, begun } of ended) {
          const work = works.get(projectId)
          works.delete(projectId)
          if (work && begun && jobOf(work.jobId)) await jobs.cancel(work.jobId)
        }
      }),
    move: (projectId, places) =>
      inTurn(() => {
        const book = shown().find((one) => one.projectId === projectId)
        if (book) memory.books = movedPast(memory.books, shown(), book, places)
      }),
    pause: () =>
      inTurn(() => {
        memory.isPaused = true
        // Also what was begun by hand: all of it rests.
        for (const work of works.values()) work.byHand = false
      }),
    resume: (projectId) =>
      inTurn(() => {
        const book = projectId === undefined ? null : find(projectId)
        if (!book) return void (memory.isPaused = false)
        const work = works.get(book.projectId)
        Object.assign(book, { ending: null, mayCost: true })
        if (work?.stage === 'narration' && jobOf(work.jobId)?.state === 'paused')
          Object.assign(work, { isSetBack: true, byHand: false })
      }),
    setExports: (exports) => inTurn(() => void (memory.exports = exports)),
  }
}
