// The log: JSON lines in the data folder, through pino. Nothing is printed to the terminal.
import { renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { destination, pino } from 'pino'
import type { Log } from '../core/ports/machine.ts'
import { createLogSecrets, type LogSecrets } from './log-secrets.ts'

export type OpenedLog = Log & {
  /** Writes what a full disk has kept waiting; belongs to the end of the program. */
  flush(): void
  /** From now on this word is never written. */
  hide: LogSecrets['hide']
}

/** A log that would grow beyond this is put aside, also while it is written; so many old ones are kept. */
const largestBytes = 10_000_000
const oldOnes = 3
/** What may wait in memory while the disk takes nothing; what comes then is not written. */
const waitingBytes = 1_000_000

export const logFileName = 'lectern.log'

/** All of the log that may be there, the newest first. */
export const logFiles = (folder: string): string[] => [
  join(folder, logFileName),
  ...Array.from({ length: oldOnes }, (_, age) => join(folder, `${logFileName}.${age + 1}`)),
]

/** Each line is written as it comes: they are few, and a program that is killed has said all. */
export function openLog(folder: string, level: string, largest = largestBytes): OpenedLog {
  const [path = '', ...old] = logFiles(folder)
  const secrets = createLogSecrets()
  const file = openFile(path)
  let bytes = sizeOf(path)
  const stream = {
    write(line: string) {
      const own = Buffer.byteLength(line)
      if (file && bytes > 0 && bytes + own > largest) {
        // Where it cannot be put aside it goes on as it is, and is tried again when as much has been written.
        if (putAside(path, old)) reopen(file)
        bytes = 0
      }
      bytes += own
      file?.write(line)
    },
  }
  const logger = pino(
    { level, base: { pid: process.pid }, hooks: { streamWrite: secrets.redact } },
    stream,
  )
  const at =
    (name: 'error' | 'warn' | 'info' | 'debug') =>
    (message: string, fields: object = {}) =>
      logger[name](fields, message)
  return {
    error: at('error'),
    warn: at('warn'),
    info: at('info'),
    debug: at('debug'),
    hide: secrets.hide,
    flush() {
      try {
        file?.flushSync()
      } catch {
        // The disk is full: there is nobody left to tell.
      }
    },
  }
}

type LogFile = ReturnType<typeof destination>

/** Null where it cannot be opened: the program goes on without a log. */
function openFile(path: string): LogFile | null {
  try {
    const file = destination({ dest: path, sync: true, maxLength: waitingBytes })
    // A full disk must not end the program by way of its log; who must know is told elsewhere.
    file.on('error', () => {})
    return file
  } catch {
    return null
  }
}

function reopen(file: LogFile): void {
  try {
    file.reopen()
  } catch {
    // It goes on in the file that was put aside.
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** `lectern.log` becomes `lectern.log.1`, that `.2`, and the oldest is written over. */
function putAside(path: string, old: readonly string[]): boolean {
  try {
    const files = [path, ...old]
    for (let age = files.length - 2; age >= 0; age--) {
      const [from, to] = [files[age], files[age + 1]]
      if (from && to && statSync(from, { throwIfNoEntry: false })) renameSync(from, to)
    }
    return true
  } catch {
    // Another program holds it, or the disk is not ours to write.
    return false
  }
}
