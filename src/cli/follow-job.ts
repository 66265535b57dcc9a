// Waits for a job of the studio, shows how it goes, and ends it on an interrupt.
import {
  stageWords,
  type CommandArgs,
  type CommandName,
  type CommandReply,
  type Job,
} from '../contract/index.ts'
import { fail, FailureError } from '../core/base/failure-error.ts'
import type { Terminal } from './open-terminal.ts'
import { createProgress, type Progress } from './progress.ts'

export type Call = <N extends CommandName>(
  name: N,
  args: CommandArgs<N>,
) => Promise<CommandReply<N>>

/** Commands whose failure is thrown. */
export function createCall({ studio }: Terminal): Call {
  return async (name, args) => {
    const reply = await studio.call(name, args)
    if (!reply.ok) throw new FailureError(reply.failure)
    return reply.value as never
  }
}

export type Follow = (started: { jobId: string }) => Promise<Job>

/** Waits for a job and shows how it goes; its failure is thrown. */
export function createFollower(
  terminal: Terminal,
  call: Call,
  json: boolean,
  newProgress: () => Progress = () => createProgress(json),
): Follow {
  const { studio, signal } = terminal
  return async ({ jobId }) => {
    const progress = newProgress()
    const cancel = () => void studio.call('job.cancel', { jobId })
    signal.addEventListener('abort', cancel, { once: true })
    if (signal.aborted) cancel()
    let stop = () => {}
    try {
      const job = await new Promise<Job>((resolve, reject) => {
        const look = (candidate: Job) => {
          if (candidate.id !== jobId) return
          progress.show(stageWords[candidate.stage], candidate)
          // Nobody is there to press “resume”: what would wait for a person ends here.
          if (candidate.state !== 'running') resolve(candidate)
        }
        stop = studio.on('job.advanced', ({ job: candidate }) => look(candidate))
        void call('job.list', {}).then(({ jobs }) => jobs.forEach(look), reject)
      })
      if (job.state === 'paused') await call('job.cancel', { jobId })
      if (job.state === 'done') return job
      throw job.failure ? new FailureError(job.failure) : fail('cancelled')
    } finally {
      stop()
      progress.end()
      signal.removeEventListener('abort', cancel)
    }
  }
}
