// Starts the studio that can be killed, and the terminal likewise, on a data folder.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { CommandArgs, CommandName, CommandReply, Job } from '../../src/contract/index.ts'
import { failure } from '../../src/core/base/failure-error.ts'
import type { Channel } from '../../src/io/process/channel.ts'
import { forkProcess } from '../../src/io/process/fork.ts'
import { connect } from '../../src/io/process/remote.ts'
import type { TicketPurpose } from '../../src/core/ports/tickets.ts'
import { forkInOwnMounts, type OwnMounts } from '../stress/own-mounts.ts'
import { markName } from './marked-processes.ts'
import type { JobWish, Plant, Told } from './studio-process.ts'
import { terminalPath } from '../fixtures/built.ts'

export type KillableStudio = Awaited<ReturnType<typeof startStudio>>

type StartOptions = {
  /** A variable of the environment by which the whole tree is found, whatever becomes of its root. */
  mark?: string
  /** Disks of its own. */
  mounts?: OwnMounts
  onTold?: (told: Told) => void
  /** Called before it has opened anything. */
  onLaunched?: (kill: () => Promise<void>) => void
}

const entry = new URL('./studio-process.ts', import.meta.url)

/** A process gets the environment that ours has at that moment. */
function launch({ mark, mounts }: StartOptions): Channel {
  if (mark !== undefined) process.env[markName] = mark
  try {
    return mounts
      ? forkInOwnMounts(fileURLToPath(entry), mounts)
      : forkProcess(entry, { name: 'studio' })
  } finally {
    delete process.env[markName]
  }
}

export async function startStudio(data: string, options: StartOptions = {}) {
  const channel = launch(options)
  const ended = new Promise<void>((resolve) => channel.onExit(() => resolve()))
  const remote = connect(channel, (code) => failure('unexpected', {}, `it ended: ${code}`))
  const kill = async () => {
    channel.kill()
    await ended
  }
  if (options.onTold) void remote.call('follow', {}, { onReport: options.onTold }).catch(() => {})
  options.onLaunched?.(kill)
  try {
    await remote.call('open', { data })
  } catch (error) {
    await kill()
    throw error
  }
  return {
    pid: channel.pid as number,
    get ended() {
      return remote.ended
    },
    ticket: (purpose: TicketPurpose, path: string) =>
      remote.call<string>('ticket', { purpose, path }),
    /** The job as soon as it runs no more: it may be paused. */
    end: (jobId: string) => remote.call<Job>('end', { jobId }),
    endStore: () => remote.call('endStore', {}),
    collect: () => remote.call<NodeJS.MemoryUsage>('collect', {}),
    jump: (ms: number) => remote.call('jump', { ms }),
    plant: (kind: Plant, count: number) => remote.call('plant', { kind, count }),
    call: <N extends CommandName>(name: N, args: CommandArgs<N>) =>
      remote.call<CommandReply<N>>('call', { name, args }),
    addBook: (path: string, voice: string) => remote.call<string>('addBook', { path, voice }),
    jobThat: (wish: JobWish) => remote.call<Job>('jobThat', wish),
    /** The job at its end. */
    endOf: (jobId: string) => remote.call<Job>('endOf', { jobId }),
    /** How many bytes are served under an address; null: none. */
    mediaBytes: (address: string) => remote.call<number | null>('mediaBytes', { address }),
    /** As a page sends a file of so many bytes; answers with the status. */
    upload: (bytes: number) => remote.call<number>('upload', { bytes }),
    /** Leaves no room on a disk, and makes it again. */
    fill: (folder: string) => remote.call<void>('fill', { folder }),
    makeRoom: (folder: string) => remote.call<void>('makeRoom', { folder }),
    /** With SIGKILL. */
    kill,
    async close() {
      await remote.call('close', {})
      await kill()
    },
  }
}

type Line = { event: string; kind?: string; done?: number }

/** Runs the terminal with `--json`. With `killAt` it is killed when so many segments are told of. */
export function runTerminal(
  args: readonly string[],
  killAt = Infinity,
): Promise<{ code: number | null; last: Line | undefined; errors: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [terminalPath, ...args, '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let last: Line | undefined
    let errors = ''
    createInterface(child.stdout).on('line', (line) => {
      // What comes after that may be half a line.
      if (child.killed) return
      last = JSON.parse(line) as Line
      if (last.kind === 'speech' && (last.done ?? 0) >= killAt) child.kill('SIGKILL')
    })
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.on('close', (code) => resolve({ code, last, errors }))
  })
}
