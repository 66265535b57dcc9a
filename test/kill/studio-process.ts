// A studio as the desk opens it, in a process of its own, that can be killed at any moment.
import { appendFileSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { Worker } from 'node:worker_threads'
import { doorFlags } from '../../scripts/door.js'
import type { CommandArgs, CommandName, CommandReply, Job } from '../../src/contract/index.ts'
import { FailureError } from '../../src/core/base/failure-error.ts'
import { openStudio } from '../../src/core/studio/open-studio.ts'
import type { Studio } from '../../src/core/studio/studio.ts'
import type { TicketPurpose } from '../../src/core/ports/tickets.ts'
import { systemClock } from '../../src/io/clock.ts'
import { openPorts, type OpenedPorts } from '../../src/io/open-ports.ts'
import { forkProcess } from '../../src/io/process/fork.ts'
import { serve } from '../../src/io/process/serve.ts'
import { callsOf } from '../fixtures/studio-calls.ts'
import { toldOf } from './told-voices.ts'
import { receiveUpload } from '../../src/io/site/upload.ts'
import { builtWorkers, samplePath } from '../fixtures/built.ts'

/** What of a job is waited for: a state, and at least so many segments done. */
export type JobWish = { kind: Job['kind']; states: Job['state'][]; done?: number }

export type Plant = 'listener' | 'file'

/** What a studio has told of: takes that it calls ready, and what a voice has just spoken. */
export type Told = { kind: 'ready'; takeIds: string[] } | { kind: 'spoken'; text: string }

// As a door is started.
for (const flag of doorFlags) setFlagsFromString(flag)

let opened: OpenedPorts
let studio: Studio
let ahead = 0
const listeners = new Set<(told: Told) => void>()
const threads: Worker[] = []
process.on('worker', (thread) => threads.push(thread))

serve({
  async open({ data }: { data: string }) {
    mkdirSync(data, { recursive: true })
    opened = await openPorts({
      door: 'test',
      dataRoot: data,
      launch: forkProcess,
      entries: builtWorkers,
      samplePath,
      resumeJobs: true,
      workers: 2,
    })
    const tell = (told: Told) => listeners.forEach((listener) => listener(told))
    const sources = toldOf(opened.ports.sources, (text) => tell({ kind: 'spoken', text }))
    const clock = { ...opened.ports.clock, now: () => systemClock.now() + ahead }
    studio = await openStudio({ ...opened.ports, sources, clock }, opened.options)
    studio.on('segments.changed', ({ rows }) => {
      const ready = rows.map(({ status }) => (status.state === 'ready' ? status.takeId : null))
      tell({ kind: 'ready', takeIds: ready.filter((id) => id !== null) })
    })
  },
  /** Reports what is told, from now on; never answers. */
  follow: (_: object, { report }: { report: (told: Told) => void }) => {
    listeners.add(report)
    return new Promise(() => {})
  },
  ticket: ({ purpose, path }: { purpose: TicketPurpose; path: string }) =>
    studio.tickets.issue(purpose, path),
  /** Resolves with the job when it runs no more. */
  end: ({ jobId }: { jobId: string }) => callsOf(studio).end(jobId),
  /** All of the tree, so that what is measured next is what is held; answers with what this process holds. */
  async collect(): Promise<NodeJS.MemoryUsage> {
    await opened.ports.memory.collect()
    return process.memoryUsage()
  },
  /** The studio's calendar goes on by so much at once, without anybody having waited. */
  jump: ({ ms }: { ms: number }) => void (ahead += ms),
  /** Something that grows by so many, to see that it is found out. */
  plant: ({ kind, count }: { kind: Plant; count: number }) => {
    for (let planted = 0; planted < count; planted += 1) {
      if (kind === 'listener') studio.onAny(() => {})
      if (kind === 'file') openSync('/dev/null', 'r')
    }
  },
  /** The thread that writes SQLite is the only one that this process has. */
  endStore: () => Promise.all(threads.map((thread) => thread.terminate())),
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
