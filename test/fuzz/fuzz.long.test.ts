// Mutated files over every reader, in a process that can be killed. Thousands more by hand: test/fuzz/run.ts.
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** Each seed is spoiled in some dozens of ways. */
const count = 1500
/** All of them take seconds; this is for one that never ends. */
const limitMs = 600_000

it(
  'is read or refused by name, whatever is done to a file',
  async () => {
    const child = fork(join(import.meta.dirname, 'run.ts'), ['--count', String(count)], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      timeout: limitMs,
      killSignal: 'SIGKILL',
    })
    let last: unknown = null
    let out = ''
    let errors = ''
    child.on('message', (number) => (last = number))
    child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect(code === null ? `hangs at --from ${String(last)} --count 1` : errors).toBe('')
    expect(JSON.parse(out)).toMatchObject({ read: count, wrong: [] })
  },
  limitMs + 20_000,
)
