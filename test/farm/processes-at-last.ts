// Processes that tests start beside themselves: none outlives the one that started it.
import type { ChildProcess } from 'node:child_process'

const living = new Set<ChildProcess>()
process.on('exit', () => living.forEach((child) => child.kill('SIGKILL')))

/** Resolves when it has ended, and its output with it, with its exit code; null: by a signal, or never begun. */
export function endedWithUs(child: ChildProcess): Promise<number | null> {
  living.add(child)
  return new Promise((resolve) => {
    const end = (code: number | null) => {
      living.delete(child)
      resolve(code)
    }
    child.once('close', end)
    child.once('error', () => end(null))
  })
}
