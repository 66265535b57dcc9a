// A worker of the farm as people start one, in a process of its own that can be killed and frozen.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { terminalPath } from '../fixtures/built.ts'
import { endedWithUs } from './processes-at-last.ts'

export type WorkerOptions = {
  redis: string
  /** Its own data folder. */
  data: string
  lanes?: number
  voices?: string
  name?: string
  server?: { url: string; model: string }
  /** More words for the command. */
  more?: readonly string[]
  /** Beside this process's own, in which no speech server is named. */
  environment?: Readonly<Record<string, string>>
  /** A program with its arguments that starts the process, as in a network of its own. */
  within?: readonly string[]
}

export type WorkerProcess = {
  pid: number
  /** Its id, when it has said that it is ready; rejects with its output when it ends before, or after a minute. */
  ready: Promise<string>
  /** Its exit code; null: killed. */
  ended: Promise<number | null>
  /** What it has told of until now, a line of JSON each. */
  told(): readonly Readonly<Record<string, unknown>>[]
  /** All its output, both streams. */
  output(): string
  /** SIGKILL to it alone, as a system does that is out of memory: what it has started must notice by itself. */
  kill(): Promise<void>
  /** SIGSTOP to it and to all that it has started, until `thaw`. */
  freeze(): void
  thaw(): void
  /** SIGTERM: it may finish what it speaks. Resolves with its exit code. */
  stop(): Promise<number | null>
}

const longestStartMs = 60_000

/** Begins at once, and waits for nothing: its Redis may be away. Ends with this process at the latest. */
export function startWorker(options: WorkerOptions): WorkerProcess {
  const { within = [], environment } = options
  const { OPENAI_BASE_URL: _, OPENAI_API_KEY: __, ...own } = process.env
  const [program = '', ...words] = [...within, process.execPath, terminalPath, ...wordsOf(options)]
  const child = spawn(program, words, {
    env: { ...own, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = endedWithUs(child)
  const told: Record<string, unknown>[] = []
  let output = ''
  const ready = new Promise<string>((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`the worker ${what}:\n${output}`))
    const note = (line: string) => {
      output += `${line}\n`
      if (!line.startsWith('{')) return
      const event = JSON.parse(line) as Record<string, unknown>
      told.push(event)
      if (event['event'] === 'ready') resolve(String(event['worker']))
    }
    createInterface(child.stdout).on('line', note)
    createInterface(child.stderr).on('line', (line) => (output += `${line}\n`))
    void ended.then((code) => fail(`ended with ${code}`))
    void pause(longestStartMs, null, { ref: false }).then(() => fail('is not ready'))
  })
  // Whoever waits for it is told; nobody has to.
  ready.catch(() => {})

  let frozen: number[] = []
  const signal = (pids: readonly number[], name: NodeJS.Signals) =>
    pids.forEach((pid) => send(pid, name))
  const thaw = () => {
    signal(frozen, 'SIGCONT')
    frozen = []
  }
  return {
    ...{ pid: child.pid ?? 0, ready, ended, thaw },
    told: () => told,
    output: () => output,
    async kill() {
      child.kill('SIGKILL')
      // What is frozen notices nothing.
      thaw()
      await ended
    },
    freeze() {
      if (child.pid === undefined || child.exitCode !== null) return
      frozen = familyOf(child.pid)
      signal(frozen, 'SIGSTOP')
    },
    stop() {
      child.kill('SIGTERM')
      thaw()
      return ended
    },
  }
}

function wordsOf({ redis, data, lanes, voices, name, server, more = [] }: WorkerOptions): string[] {
  const given = Object.entries({ redis, data, lanes, voices, name })
  const options = given.flatMap(([word, value]) =>
    value === undefined ? [] : [`--${word}`, String(value)],
  )
  const asked = server ? ['--server', server.url, '--model', server.model] : []
  return ['worker', '--json', ...options, ...asked, ...more]
}

const send = (pid: number, name: NodeJS.Signals) => {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended meanwhile.
  }
}

/** A process and all that it has started, parents first; itself alone where the system does not tell. */
function familyOf(pid: number): number[] {
  let children = ''
  try {
    children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1')
  } catch {
    // Another system, or it has ended.
  }
  return [pid, ...children.split(' ').filter(Boolean).map(Number).flatMap(familyOf)]
}
