// A door that holds a library for as long as a test needs it.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { terminalPath } from '../fixtures/built.ts'

export type HeldDoor = { pid: number; end(): Promise<void> }

/** `web` serves; `terminal` narrates `long.md`, which takes longer than any test. Both have the library then. */
export async function startDoor(
  door: string,
  { data, cwd }: { data: string; cwd: string },
): Promise<HeldDoor> {
  const narrate = ['narrate', 'long.md', '--out', 'held.m4b', '--json']
  const args = door === 'terminal' ? narrate : ['serve', '--port', '0']
  const child = spawn(process.execPath, [terminalPath, ...args, '--data', data], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).once('line', () => resolve())
    child.once('close', (code) => reject(new Error(`the ${door} ended with ${code}`)))
  })
  return {
    pid: child.pid as number,
    async end() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
