// Reads on in the log from where it ended, also when it is put aside meanwhile.
import { open, type FileHandle } from 'node:fs/promises'
import type { LogLine } from '../core/ports/machine.ts'
import { parseLogLine } from './log-line.ts'
import { logPlace } from './log-reader.ts'
import { logFiles } from './log.ts'

const pieceBytes = 64 * 1024

export type LogTail = {
  /** The lines that have come since it was last asked. */
  read(): Promise<LogLine[]>
  close(): Promise<void>
}

type Reading = { handle: FileHandle; file: string; at: number; rest: Buffer }

/** `from`: what `logEnd` said; null: there was none, and all of it is new. */
export function openLogTail(folder: string, from: string | null): LogTail {
  const begin = from === null ? null : logPlace(from)
  let reading: Reading | null = null

  /** Where to begin, or the file that came after the one that was read; null where there is none yet. */
  const next = async (): Promise<Reading | null> => {
    const sought = reading?.file ?? begin?.file
    const opened: Reading[] = []
    for (const path of logFiles(folder)) {
      const handle = await open(path).catch(() => null)
      if (!handle) continue
      opened.push({ handle, file: await inodeOf(handle), at: 0, rest: Buffer.alloc(0) })
      if (opened.at(-1)?.file === sought) break
    }
    const found = opened.findIndex(({ file }) => file === sought)
    // What was sought is gone: then all that is there is new.
    const chosen = found < 0 ? opened.length - 1 : reading ? found - 1 : found
    const one = opened[chosen] ?? null
    for (const other of opened) if (other !== one) await other.handle.close()
    if (one && !reading && found >= 0) one.at = begin?.at ?? 0
    return one
  }

  return {
    async read() {
      const lines: LogLine[] = []
      reading ??= await next()
      while (reading) {
        // In this order: what was written before it was put aside is still read.
        const following = await next()
        lines.push(...(await linesOf(reading)))
        if (!following) break
        await reading.handle.close()
        reading = following
      }
      return lines
    },
    async close() {
      await reading?.handle.close()
      reading = null
    },
  }
}

const inodeOf = async (handle: FileHandle): Promise<string> =>
  String((await handle.stat({ bigint: true })).ino)

/** All whole lines that are there now. */
async function linesOf(reading: Reading): Promise<LogLine[]> {
  const lines: LogLine[] = []
  const piece = Buffer.alloc(pieceBytes)
  for (;;) {
    const { bytesRead } = await reading.handle.read(piece, 0, piece.length, reading.at)
    if (bytesRead === 0) return lines
    let lineAt = reading.at - reading.rest.length
    reading.at += bytesRead
    const joined: Buffer = Buffer.concat([reading.rest, piece.subarray(0, bytesRead)])
    let from = 0
    for (let to = joined.indexOf(0x0a); to >= 0; to = joined.indexOf(0x0a, from)) {
      const line = parseLogLine(joined.toString('utf8', from, to), `${reading.file}-${lineAt}`)
      if (line) lines.push(line)
      lineAt += to + 1 - from
      from = to + 1
    }
    reading.rest = joined.subarray(from)
  }
}
