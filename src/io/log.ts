// The log: JSON lines in the data folder, through pino. Nothing is printed to the terminal.
import { join } from 'node:path'
import { destination, pino } from 'pino'
import type { Log } from '../core/ports.ts'

/** Buffered a little; `flush` writes what is left and belongs to the end of the program. */
export function openLog(folder: string, level: string): Log & { flush(): void } {
  const file = destination({ dest: join(folder, 'lectern.log'), sync: false, minLength: 4096 })
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
