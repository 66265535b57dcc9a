// Reads the log from its end, through the files that were put aside, a piece at a time.
import { open, type FileHandle } from 'node:fs/promises'
import type { LogLine, LogReader } from '../core/ports/machine.ts'
import { fitsLogQuery, parseLogLine } from './log-line.ts'
import { logFiles } from './log.ts'

const pieceBytes = 64 * 1024
/** So much is read for one page at most, whatever it finds. */
const pageBytes = 8 * 1024 ** 2
/** A longer line is none of ours. */
const lineBytes = 1024 ** 2

/** Where a line begins: which file, by what stays when it is renamed, and the byte in it. */
type Place = { file: string; at: number }

const wordOf = ({ file, at }: Place): string => `${file}-${at}`
/** Null for what is no such word. */
export const logPlace = (word: string): Place | null => {
  const match = /^(\d+)-(\d+)$/.exec(word)
  return match?.[1] === undefined ? null : { file: match[1], at: Number(match[2]) }
}

/** The place behind the last byte that is there now; null where there is no log. For `before`. */
export async function logEnd(folder: string): Promise<string | null> {
  const [newest = ''] = logFiles(folder)
  const handle = await open(newest).catch(() => null)
  if (!handle) return null
  try {
    const { ino, size } = await handle.stat({ bigint: true })
    return wordOf({ file: String(ino), at: Number(size) })
  } finally {
    await handle.close()
  }
}

/** Takes no lock and writes nothing: another Lectern may be writing. */
export function createLogReader(folder: string): LogReader {
  return async (query) => {
    const lines: LogLine[] = []
    const budget = { bytes: pageBytes }
    const from = query.before === undefined ? null : logPlace(query.before)
    if (query.before !== undefined && !from) return { lines, before: null }
    for await (const { text, place } of linesBack(folder, from, budget)) {
      const line = parseLogLine(text, wordOf(place))
      if (line && fitsLogQuery(line, query)) lines.push(line)
      if (lines.length === query.limit || budget.bytes <= 0)
        return { lines: lines.reverse(), before: wordOf(place) }
    }
    return { lines: lines.reverse(), before: null }
  }
}

type Found = { text: string; place: Place }

/** The newest line first. `from`: only what begins before it. */
async function* linesBack(
  folder: string,
  from: Place | null,
  budget: { bytes: number },
): AsyncGenerator<Found> {
  const seen = new Set<string>()
  let isReached = from === null
  for (const path of logFiles(folder)) {
    const handle = await open(path).catch(() => null)
    if (!handle) continue
    try {
      const { ino, size } = await handle.stat({ bigint: true })
      const file = String(ino)
      // It was put aside between two openings, and is here again under its next name.
      if (seen.has(file)) continue
      seen.add(file)
      const isHere = file === from?.file
      if (!isReached && !isHere) continue
      isReached = true
      const end = isHere && from ? Math.min(from.at, Number(size)) : Number(size)
      for await (const { text, at } of fileBack(handle, end, budget))
        yield { text, place: { file, at } }
    } finally {
      await handle.close()
    }
  }
}

async function* fileBack(
  handle: FileHandle,
  end: number,
  budget: { bytes: number },
): AsyncGenerator<{ text: string; at: number }> {
  /** The beginning of what was read so far, whose line may begin before it. */
  let rest: Buffer = Buffer.alloc(0)
  for (let to = end; to > 0;) {
    const from = Math.max(0, to - pieceBytes)
    const piece = Buffer.alloc(to - from)
    const { bytesRead } = await handle.read(piece, 0, piece.length, from)
    budget.bytes -= piece.length
    const joined: Buffer = Buffer.concat([piece.subarray(0, bytesRead), rest])
    let until = joined.length
    for (;;) {
      const feed = until === 0 ? -1 : joined.lastIndexOf(0x0a, until - 1)
      if (feed < 0) break
      if (feed + 1 < until)
        yield { text: joined.toString('utf8', feed + 1, until), at: from + feed + 1 }
      until = feed
    }
    rest = until > lineBytes ? Buffer.alloc(0) : joined.subarray(0, until)
    to = from
  }
  if (rest.length > 0) yield { text: rest.toString('utf8'), at: 0 }
}
