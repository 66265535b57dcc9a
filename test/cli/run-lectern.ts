// Runs the real terminal in a process of its own.
import { spawn } from 'node:child_process'
import { terminalPath } from '../fixtures/built.ts'

/** Two tests run at once: a second lane would only be one more engine to warm up. */
const oneLane = { LECTERN_WORKERS: '1' }

export type Ended = { code: number | null; out: string; errors: string }

export type RunOptions = {
  cwd: string
  /** Beside this process's own, in which no speech server is named. */
  environment?: Readonly<Record<string, string>>
  /** A program with its arguments that starts the process, as with mounts of its own. */
  within?: readonly string[]
  /** Sees the output as it comes; it may interrupt. */
  onLine?: (line: string, interrupt: () => void) => void
}

/** Resolves when the process has ended, whatever its code. */
export function runLectern(args: readonly string[], options: RunOptions): Promise<Ended> {
  const { cwd, environment = {}, within = [], onLine = () => {} } = options
  const { OPENAI_BASE_URL: _, OPENAI_API_KEY: __, ...own } = process.env
  return new Promise((resolve) => {
    const [program = '', ...words] = [...within, process.execPath, terminalPath, ...args]
    const child = spawn(program, words, {
      cwd,
      env: { ...own, ...oneLane, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended: Ended = { code: null, out: '', errors: '' }
    child.stdout.on('data', (chunk: Buffer) => {
      ended.out += chunk.toString()
      onLine(chunk.toString(), () => child.kill('SIGINT'))
    })
    child.stderr.on('data', (chunk: Buffer) => (ended.errors += chunk.toString()))
    child.on('close', (code) => resolve({ ...ended, code }))
  })
}

/** Of a run with --json. */
export const jsonLines = ({ out }: Ended): Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

export const lastJson = (ended: Ended): Record<string, unknown> => jsonLines(ended).at(-1) ?? {}
