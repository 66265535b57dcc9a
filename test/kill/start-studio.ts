// Starts the studio that can be killed, and the terminal likewise, on a data folder.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { CommandArgs, CommandName, CommandReply, Job } from '../../src/contract/index.ts'
import { failure } from '../../src/core/base/failure-error.ts'
import { forkProcess } from '../../src/io/process/fork.ts'
import { connect } from '../../src/io/process/remote.ts'
import { forkInOwnMounts, type OwnMounts } from '../stress/own-mounts.ts'
import type { JobWish } from './studio-process.ts'

export type KillableStudio = Awaited<ReturnType<typeof startStudio>>

/** With `mounts` it has disks of its own. */
export async function startStudio(data: string, mounts?: OwnMounts) {
  const entry = new URL('./studio-process.ts', import.meta.url)
  const channel = mounts
    ? forkInOwnMounts(fileURLToPath(entry), mounts)
    : forkProcess(entry, { name: 'studio' })
  const ended = new Promise<void>((resolve) => channel.onExit(() => resolve()))
  const remote = connect(channel, (code) => failure('unexpected', {}, `it ended: ${code}`))
  const kill = async () => {
    channel.kill()
    await ended
  }
  try {
    await remote.call('open', { data })
  } catch (error) {
    await kill()
    throw error
  }
  return {
    call: <N extends CommandName>(name: N, args: CommandArgs<N>) =>
      remote.call<CommandReply<N>>('call', { name, args }),
    addBook: (path: string, voice: string) => remote.call<string>('addBook', { path, voice }),
    jobThat: (wish: JobWish) => remote.call<Job>('jobThat', wish),
    /** The job at its end. */
    endOf: (jobId: string) => remote.call<Job>('endOf', { jobId }),
    /** A ticket for a place. */
    issue: (purpose: 'target' | 'book' | 'folder', path: string) =>
      remote.call<string>('issue', { purpose, path }),
    /** How many bytes are served under an address; null: none. */
    mediaBytes: (address: string) => remote.call<number | null>('mediaBytes', { address }),
    /** As a page sends a file of so many bytes; answers with the status. */
    upload: (bytes: number) => remote.call<number>('upload', { bytes }),
    /** Leaves no room on a disk, and makes it again. */
    fill: (folder: string) => remote.call<void>('fill', { folder }),
    makeRoom: (folder: string) => remote.call<void>('makeRoom', { folder }),
    pid: channel.pid as number,
    /** With SIGKILL. */
    kill,
    async close() {
      await remote.call('close', {})
      await kill()
    },
  }
}

const cli = join(import.meta.dirname, '../../src/cli/index.ts')

type Line = { event: string; kind?: string; done?: number }

/** Runs the terminal with `--json`. With `killAt` it is killed when so many segments are told of. */
export function runTerminal(
  args: readonly string[],
  killAt = Infinity,
): Promise<{ code: number | null; last: Line | undefined; errors: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...args, '--json'], {
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
