// What a verb of the terminal says in this process: for those that need no process of their own.
import { vi } from 'vitest'

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
