// The codec children: started when needed, one job each, renewed before they grow, sent home when idle.
import { afterAwake } from '../../core/base/after-awake.ts'
import { FailureError, failure } from '../../core/base/failure-error.ts'
import { abortError, type Clock, createScope } from '../../core/base/scope.ts'
import type { Log } from '../../core/ports/machine.ts'
import type { DataFolder } from '../data-folder.ts'
import type { Launch } from '../process/channel.ts'
import { connect, type Remote } from '../process/remote.ts'
import type { EngineName } from './codec-engine.ts'
import type { CodecJobName, CodecJobs, CodecParameters } from './codec-operations.ts'
import { createJobQueue } from './job-queue.ts'

export type CrewOptions = {
  launch: Launch
  entry: URL
  folder: DataFolder
  /** Which codecs a child that starts shall use; null: it chooses. */
  codecs: () => EngineName | null
  /** Most children at once. */
  workers: number
  clock: Clock
  log: Log
}

export type RunOptions = {
  signal: AbortSignal
  /** How long it may take, from its turn on. */
  deadlineMs: number
  onReport?: (report: never) => void
  /** It has come to an end, good or bad, that nobody waits for any more: what it made must be removed. */
  onAbandoned?: () => void
}

export type Crew = {
  /**
   * Runs a job when its turn comes. Fails as the job does, and with `codec-failed` (params: stage) when
   * its child dies, for most jobs twice, or is killed because the time is over. An abort takes a waiting job away; a running
   * one is left to its end, for it is short, except `write`, `measure` and `sound`, whose child is killed and has
   * ended when the AbortError comes.
   */
  run<N extends CodecJobName>(
    name: N,
    args: CodecJobs[N]['args'],
    options: RunOptions,
  ): Promise<CodecJobs[N]['answer']>
  /** Ends the children that have nothing to do: their memory is wanted elsewhere. */
  rest(): void
  close(): Promise<void>
}

/** FFmpeg's bindings keep a little of every job: a child is renewed after these. */
const jobsOfOneChild = 400
const idleMs = 30_000
/** A group of ten minutes needs far less; what FFmpeg takes is not counted here. */
const heapMegabytes = 192

/** As long as a book: killed when they are not wanted any more. */
const longJobs: readonly CodecJobName[] = ['write', 'measure', 'sound']

type Child = { remote: Remote; jobs: number; busy: boolean; stopIdling: () => void }
type Job = { begin(child: Child): Promise<void>; drop(): void }

export function createCrew(options: CrewOptions): Crew {
  const { launch, entry, folder, codecs, workers, clock, log } = options
  const scope = createScope()
  const children = new Set<Child>()
  const queue = createJobQueue<Job>()
  const after = (ms: number, run: () => void) => scope.after(clock, ms, run)

  const start = (): Child => {
    const parameters: CodecParameters = { folder, codecs: codecs() }
    const channel = launch(entry, { name: 'lectern-codec', parameters, heapMegabytes })
    const remote = connect(channel, (code) => {
      leave(child)
      return failure('codec-failed', { stage: 'codec' }, `the codec process ended with ${code}`)
    })
    const child: Child = { remote, jobs: 0, busy: false, stopIdling: () => {} }
    children.add(child)
    return child
  }
  const leave = (child: Child) => {
    child.stopIdling()
    if (children.delete(child) && child.busy) log.warn('a codec process ended amid its work')
  }
  const dismiss = (child: Child) => {
    child.stopIdling()
    children.delete(child)
    child.remote.kill()
  }

  const pump = () => {
    while (queue.length > 0 && !scope.disposed) {
      const idle = [...children].find(({ busy }) => !busy)
      if (!idle && children.size >= workers) return
      const job = queue.next()
      if (job) void employ(idle ?? start(), job)
    }
  }
  const employ = async (child: Child, job: Job) => {
    child.stopIdling()
    child.busy = true
    child.jobs += 1
    await job.begin(child)
    child.busy = false
    if (child.jobs >= jobsOfOneChild) dismiss(child)
    else if (children.has(child))
      child.stopIdling = scope.after(clock, idleMs, () => dismiss(child))
    pump()
  }

  scope.own(() => {
    for (let job = queue.next(); job; job = queue.next()) job.drop()
    for (const child of children) dismiss(child)
  })

  return {
    run(name, args, { signal, deadlineMs, onReport, onAbandoned }) {
      type Answer = CodecJobs[typeof name]['answer']
      return new Promise<Answer>((resolve, reject) => {
        if (signal.aborted || scope.disposed) return reject(abortError())
        let running: Child | null = null
        let isSecondTry = false
        const onAbort = () => {
          if (queue.remove(job)) reject(abortError())
          else if (longJobs.includes(name)) running?.remote.kill()
          else reject(abortError())
        }
        const over = () => signal.removeEventListener('abort', onAbort)
        const job: Job = {
          async begin(child) {
            running = child
            const hung = Promise.withResolvers<never>()
            const stopClock = afterAwake(after, deadlineMs, () => {
              log.warn('a codec process hung and is ended', { job: name })
              // Not left to its exit: what waits for a disk that is gone cannot even be killed.
              const detail = `not done after ${Math.round(deadlineMs / 1000)} s`
              hung.reject(new FailureError(failure('codec-failed', { stage: name }, detail)))
              dismiss(child)
            })
            try {
              const report = onReport ? { onReport } : {}
              const call = child.remote.call<Answer>(name, args, report)
              const answer = await Promise.race([call, hung.promise])
              if (signal.aborted) onAbandoned?.()
              resolve(answer)
              over()
            } catch (error) {
              const isOver = signal.aborted || scope.disposed
              // Whatever took the child, the system most likely: what is not its work's fault is done by another.
              if (hasDied(error) && !isSecondTry && !isOver && !longJobs.includes(name)) {
                isSecondTry = true
                running = null
                queue.add(name, job)
                return
              }
              if (isOver) onAbandoned?.()
              reject(isOver ? abortError() : atStage(name, error))
              over()
            } finally {
              stopClock()
            }
          },
          drop: () => reject(abortError()),
        }
        signal.addEventListener('abort', onAbort, { once: true })
        queue.add(name, job)
        pump()
      })
    },
    rest() {
      for (const child of [...children]) if (!child.busy) dismiss(child)
    },
    close: () => scope.dispose(),
  }
}

/** Says which job a child died of. */
function atStage(name: CodecJobName, error: unknown): unknown {
  return hasDied(error)
    ? new FailureError(failure('codec-failed', { stage: name }, error.failure.detail))
    : error
}

/** Whether its child is gone. */
function hasDied(error: unknown): error is FailureError {
  if (!(error instanceof FailureError)) return false
  const { code, params } = error.failure
  return code === 'codec-failed' && params['stage'] === 'codec'
}
