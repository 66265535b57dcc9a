// What a verb of the terminal says in this process: for those that need no process of their own.
import { vi } from 'vitest'
import { runTerminal } from '../../src/cli/run-terminal.ts'
import { nodeRuntime } from '../../src/io/runtime.ts'
import { terminalUrl } from '../fixtures/built.ts'
import type { Ended } from './run-lectern.ts'

export type Printed = { code: number; out: string; errors: string }

/** Rejects as the verb does. */
export async function printed(verb: () => Promise<number>): Promise<Printed> {
  const said = { out: '', errors: '' }
  const hear = (stream: 'stdout' | 'stderr', into: keyof typeof said) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[into] += String(text)
      return true
    })
  const ears = [hear('stdout', 'out'), hear('stderr', 'errors')]
  try {
    return { code: await verb(), ...said }
  } finally {
    for (const ear of ears) ear.mockRestore()
  }
}

/** As `runLectern`, without its process: for what is refused, and for what is soon done. */
export async function runWithin(cwd: string, words: readonly string[]): Promise<Ended> {
  const before = process.cwd()
  vi.stubEnv('OPENAI_BASE_URL', undefined)
  vi.stubEnv('OPENAI_API_KEY', undefined)
  vi.stubEnv('LECTERN_WORKERS', '1')
  process.chdir(cwd)
  try {
    return await printed(() => runTerminal(words, nodeRuntime(terminalUrl)))
  } finally {
    process.chdir(before)
    vi.unstubAllEnvs()
  }
}
