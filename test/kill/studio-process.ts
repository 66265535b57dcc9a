// A studio as the desk opens it, in a process of its own, that can be killed at any moment.
import { mkdirSync } from 'node:fs'
import type { CommandArgs, CommandName, CommandReply, Job } from '../../src/contract/index.ts'
import { FailureError } from '../../src/core/base/failure-error.ts'
import { openStudio } from '../../src/core/studio/open-studio.ts'
import type { Studio } from '../../src/core/studio/studio.ts'
import { openPorts, type OpenedPorts } from '../../src/io/open-ports.ts'
import { samplePathFrom, workerEntries } from '../../src/io/places.ts'
import { forkProcess } from '../../src/io/process/fork.ts'
import { serve } from '../../src/io/process/serve.ts'

/** What of a job is waited for: a state, and at least so many segments done. */
export type JobWish = { kind: Job['kind']; states: Job['state'][]; done?: number }

let opened: OpenedPorts
let studio: Studio

serve({
  async open({ data }: { data: string }) {
    mkdirSync(data, { recursive: true })
    const door = new URL('../../src/cli/index.ts', import.meta.url).href
    opened = await openPorts({
      door: 'test',
      dataRoot: data,
      launch: forkProcess,
      entries: workerEntries(door),
      samplePath: samplePathFrom(door),
      resumeJobs: true,
      workers: 2,
    })
    studio = await openStudio(opened.ports, opened.options)
  },
  call: ({ name, args }: { name: CommandName; args: never }) => call(name, args),
  async addBook({ path, voice }: { path: string; voice: string }): Promise<string> {
    await call('book.import', { ticket: studio.tickets.issue('book', path) })
    const { projectId = '' } = await jobThat({ kind: 'import', states: ['done'] })
    await call('project.cast', { projectId, voice })
    return projectId
  },
  jobThat,
  async close() {
    await studio.close()
    await opened.close()
  },
})

async function call<N extends CommandName>(
  name: N,
  args: CommandArgs<N>,
): Promise<CommandReply<N>> {
  const reply = await studio.call(name, args)
  if (!reply.ok) throw new FailureError(reply.failure)
  return reply.value as CommandReply<N>
}

/** The newest job that is as wished, as soon as there is one. */
function jobThat({ kind, states, done = 0 }: JobWish): Promise<Job> {
  const isWanted = (job: Job) => job.kind === kind && states.includes(job.state) && job.done >= done
  return new Promise((resolve, reject) => {
    const look = (job: Job) => {
      if (!isWanted(job)) return
      stop()
      resolve(job)
    }
    const stop = studio.on('job.advanced', ({ job }) => look(job))
    call('job.list', {}).then(({ jobs }) => jobs.toReversed().forEach(look), reject)
  })
}
