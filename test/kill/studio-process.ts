// A studio as the desk opens it, in a process of its own, that can be killed at any moment.
import { appendFileSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandArgs, CommandName, CommandReply, Job } from '../../src/contract/index.ts'
import { FailureError } from '../../src/core/base/failure-error.ts'
import { openStudio } from '../../src/core/studio/open-studio.ts'
import type { Studio } from '../../src/core/studio/studio.ts'
import { openPorts, type OpenedPorts } from '../../src/io/open-ports.ts'
import { samplePathFrom, workerEntries } from '../../src/io/places.ts'
import { forkProcess } from '../../src/io/process/fork.ts'
import { serve } from '../../src/io/process/serve.ts'
import { receiveUpload } from '../../src/io/site/upload.ts'

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
    const { jobId } = await call('book.import', { ticket: studio.tickets.issue('book', path) })
    const { projectId = '', failure } = await endOf({ jobId })
    if (failure) throw new FailureError(failure)
    await call('project.cast', { projectId, voice })
    return projectId
  },
  jobThat,
  endOf,
  issue: ({ purpose, path }: { purpose: 'target' | 'book' | 'folder'; path: string }) =>
    studio.tickets.issue(purpose, path),
  /** How many bytes are served under an address; null: none. */
  async mediaBytes({ address }: { address: string }): Promise<number | null> {
    const media = await studio.media(address)
    if (!media) return null
    return media.parts.reduce(
      (sum, part) => sum + ('bytes' in part ? part.bytes.length : statSync(part.file).size),
      0,
    )
  },
  /** As a page sends a file of so many bytes; answers with the status. */
  async upload({ bytes }: { bytes: number }): Promise<number> {
    const request = new Request('http://localhost/upload?name=book.txt', {
      method: 'POST',
      body: 'a'.repeat(bytes),
    })
    const { status } = await receiveUpload(request, {
      transfersFolder: opened.folder.transfers,
      tickets: studio.tickets,
      maxFileBytes: async () => 1e9,
    })
    return status
  },
  fill: ({ folder }: { folder: string }) => fill(join(folder, ballast)),
  makeRoom: ({ folder }: { folder: string }) => rmSync(join(folder, ballast), { force: true }),
  async close() {
    await studio.close()
    await opened.close()
  },
})

/** The job when it has ended. */
async function endOf({ jobId }: { jobId: string }): Promise<Job> {
  for (;;) {
    const job = (await call('job.list', {})).jobs.find(({ id }) => id === jobId)
    if (!job || !['running', 'paused'].includes(job.state)) return job as Job
    await new Promise<void>((resolve) => {
      const stop = studio.on('job.advanced', ({ job: told }) => {
        if (told.id !== jobId) return
        stop()
        resolve()
      })
    })
  }
}

const ballast = 'ballast'

/** Until not one page more goes onto its disk. */
function fill(path: string): void {
  for (const bytes of [1 << 20, 1 << 16, 1 << 12])
    try {
      for (;;) appendFileSync(path, Buffer.alloc(bytes, 1))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
}

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
