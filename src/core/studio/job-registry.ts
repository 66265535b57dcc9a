// The jobs of this studio: progress told at most ten times a second, kept over a crash, ended by scope.
import type { Failure, Job, SpanSum } from '../../contract/index.ts'
import { failureOf, fail } from '../base/failure-error.ts'
import { createGate } from '../base/gate.ts'
import type { Scope } from '../base/scope.ts'
import type { Profile } from './watch/measures.ts'
import type { StudioContext } from './studio-context.ts'

const announceEveryMs = 100
/** Finished jobs are shown for a while; older ones are forgotten. */
const finishedKept = 20

/** What a person lets it spend from now on; null: as much as it takes, undefined: nothing is said of that. */
export type Budget = number | null | undefined

export type RunningJob = {
  readonly job: Job
  /** Whether the next one of its kind for its project takes its place. */
  readonly replaceable: boolean
  /** Does the same again on the rows as they are, once so much was spent; null where it cannot. */
  readonly again: ((spent: number) => Promise<unknown>) | null
  /** Aborted by cancel and by the end of the studio. */
  readonly signal: AbortSignal
  readonly scope: Scope
  /** Since it was started, whatever is set at the system's clock. */
  elapsedMs(): number
  update(patch: Partial<Job>): void
  /** It waits by itself for something, such as a server; null when it goes on. */
  waitFor(what: Job['waiting'] | null): void
  /** Resolves at once, or when a paused job goes on. Rejects when it is cancelled. */
  whenRunning(): Promise<void>
  /** Waits for a person, because going on would only fail again. */
  pause(reason?: Failure): void
  /** Goes on; the reason for the pause is forgotten. Work that waits by itself is told to look again. */
  resume(budget?: Budget): void
  /** Told whenever a person wants it to go on now. Returns the function that stops it. */
  onResume(listener: (budget: Budget) => void): () => void
}

export type JobRegistry = {
  list(): Job[]
  /** What each of them was made of so far; the newest first. */
  profiles(): { job: Job; spans: SpanSum[] }[]
  /** The jobs that are not at their end, of one project. */
  active(projectId: string, kind?: Job['kind']): RunningJob[]
  /** The jobs of a kind that run now, of every project. */
  running(kind: Job['kind']): RunningJob[]
  /**
   * Starts work under a job. With `request` (JSON) a crash leaves it open for the next start. The
   * work's own failure ends the job as `failed`; cancelling ends it as `cancelled`.
   */
  start(
    about: Pick<Job, 'kind' | 'stage'> &
      Partial<Pick<Job, 'projectId' | 'name'> & Pick<RunningJob, 'replaceable' | 'again'>>,
    request: string | null,
    work: (running: RunningJob) => Promise<void>,
  ): Job
  pause(jobId: string): void
  resume(jobId: string, budget?: Budget): void
  /** `overrun`: nobody has stopped it, but what it works on is elsewhere now. */
  cancel(jobId: string, why?: 'overrun'): Promise<void>
  /** Whether it was cancelled for that. */
  wasOverrun(jobId: string): boolean
  /** Resolves with the job at its end. */
  ended(jobId: string): Promise<Job>
}

export function createJobRegistry(context: StudioContext): JobRegistry {
  const { clock, events, projects, log } = context
  const jobs = new Map<
    string,
    { running: RunningJob; profile: Profile; end: Promise<void>; isOverrun?: true }
  >()

  // Owned before any job's scope and so disposed after them: what they still write is waited for.
  context.scope.own(async () => {
    await Promise.all([...jobs.values()].map(({ end }) => end))
  })

  const get = (jobId: string) => {
    const entry = jobs.get(jobId)
    if (!entry) throw fail('not-found', { kind: 'job' })
    return entry
  }

  const forgetOld = () => {
    const finished = [...jobs.values()].filter(({ running }) => isFinal(running.job))
    for (const { running } of finished.slice(0, Math.max(0, finished.length - finishedKept)))
      jobs.delete(running.job.id)
  }

  return {
    list: () => [...jobs.values()].map(({ running }) => running.job),
    profiles: () =>
      [...jobs.values()]
        .map(({ running, profile }) => ({ job: running.job, spans: profile.read() }))
        .toReversed(),
    active: (projectId, kind) =>
      [...jobs.values()]
        .map(({ running }) => running)
        .filter(({ job }) => job.projectId === projectId && !isFinal(job))
        .filter(({ job }) => kind === undefined || job.kind === kind),
    running: (kind) =>
      [...jobs.values()]
        .map(({ running }) => running)
        .filter(({ job }) => job.kind === kind && job.state === 'running'),
    start({ replaceable = false, again = null, ...about }, wish, work) {
      // A door that takes nothing up again leaves nothing for another to take up.
      const request = context.options.resumeJobs ? wish : null
      const scope = context.scope.child()
      const gate = createGate()
      const began = clock.monotonic()
      const resumeListeners = new Set<(budget: Budget) => void>()
      let announced = false
      let job: Job = {
        id: context.newId(),
        state: 'running',
        done: 0,
        total: 0,
        failed: 0,
        etaSeconds: null,
        startedAt: clock.now(),
        ...about,
      }
      const announce = () => events.emit('job.advanced', { job })
      const update = (patch: Partial<Job>) => {
        const turned = patch.state !== undefined && patch.state !== job.state
        job = { ...job, ...patch }
        if (turned) return announce()
        if (announced) return
        announced = true
        scope.after(clock, announceEveryMs, () => {
          announced = false
          announce()
        })
      }
      const running: RunningJob = {
        get job() {
          return job
        },
        replaceable,
        again,
        signal: scope.signal,
        scope,
        elapsedMs: () => clock.monotonic() - began,
        update,
        waitFor(what) {
          if (!what && !job.waiting) return
          const { waiting: _, ...rest } = job
          job = what ? { ...rest, waiting: what } : rest
          announce()
        },
        whenRunning: () => gate.passed(scope.signal),
        pause(reason) {
          if (isFinal(job)) return
          gate.close()
          update({ state: 'paused', ...(reason ? { failure: reason } : {}) })
        },
        resume(budget) {
          if (isFinal(job)) return
          if (job.state === 'paused') {
            const { failure: _, ...rest } = job
            job = rest
            update({ state: 'running' })
            gate.open()
          }
          for (const listener of [...resumeListeners]) listener(budget)
        },
        onResume(listener) {
          resumeListeners.add(listener)
          return () => void resumeListeners.delete(listener)
        },
      }
      // A finished job is shown for a while: the book it worked on is not kept for so long.
      let toDo: typeof work | null = work
      const profile = context.measures.profile()
      const finish = async () => {
        try {
          if (request !== null) await projects.saveJob(job, request)
          await profile.within(() => toDo?.(running))
          update({ state: 'done', stage: 'finished', etaSeconds: 0 })
        } catch (error) {
          const failure = failureOf(error)
          if (failure.code === 'unexpected') log.error('job failed', { job: job.id, failure })
          if (failure.code === 'cancelled') update({ state: 'cancelled' })
          else update({ state: 'failed', failure })
        }
        try {
          // A studio that closes leaves its jobs open: the next start takes them up.
          if (request !== null && !context.scope.disposed) await projects.forgetJob(job.id)
        } finally {
          toDo = null
          resumeListeners.clear()
          await scope.dispose()
          forgetOld()
        }
      }
      const end = finish().catch((error: unknown) => {
        log.error('a job could not be ended', { job: job.id, failure: failureOf(error) })
      })
      jobs.set(job.id, { running, profile, end })
      announce()
      return job
    },
    pause: (jobId) => get(jobId).running.pause(),
    resume: (jobId, budget) => get(jobId).running.resume(budget),
    async cancel(jobId, why) {
      const entry = get(jobId)
      const { running, end } = entry
      if (why === 'overrun') entry.isOverrun = true
      running.scope.dispose().catch((error: unknown) => {
        log.warn('a job did not end cleanly', { job: jobId, failure: failureOf(error) })
      })
      await end
    },
    wasOverrun: (jobId) => jobs.get(jobId)?.isOverrun ?? false,
    async ended(jobId) {
      const entry = get(jobId)
      await entry.end
      return entry.running.job
    },
  }
}

const isFinal = (job: Job) => job.state !== 'running' && job.state !== 'paused'
