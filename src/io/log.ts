// The log: JSON lines in the data folder, through pino. Nothing is printed to the terminal.
import { renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { destination, pino } from 'pino'
import type { Log } from '../core/ports/machine.ts'

/** A log larger than this is put aside when the next one is opened; so many old ones are kept. */
const largestBytes = 10_000_000
const oldOnes = 3

/** Buffered a little; `flush` writes what is left and belongs to the end of the program. */
export function openLog(folder: string, level: string): Log & { flush(): void } {
  const path = join(folder, 'lectern.log')
  putAside(path)
  const file = destination({ dest: path, sync: false, minLength: 4096 })
  // A full disk must not end the program by way of its log; who must know is told elsewhere.
  file.on('error', () => {})
  const logger = pino({ level, base: { pid: process.pid } }, file)
  const at =
    (name: 'error' | 'warn' | 'info' | 'debug') =>
    (message: string, fields: object = {}) =>
      logger[name](fields, message)
  return {
    error: at('error'),
    warn: at('warn'),
    info: at('info'),
    debug: at('debug'),
    flush: () => {
      try {
        file.flushSync()
      } catch {
        // Not opened yet, or the disk is full: there is nobody left to tell.
      }
    },
  }
}

/** `lectern.log` becomes `lectern.log.1`, that `.2`, and the oldest is written over. */
function putAside(path: string): void {
  try {
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) <= largestBytes) return
    for (let age = oldOnes - 1; age > 0; age--) {
      const old = `${path}.${age}`
      if (statSync(old, { throwIfNoEntry: false })) renameSync(old, `${path}.${age + 1}`)
    }
    renameSync(path, `${path}.1`)
  } catch {
    // Another Lectern holds it, or the disk is not ours to write: the log goes on where it is.
  }
}
