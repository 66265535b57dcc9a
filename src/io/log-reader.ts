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
    const from = placeOf(query.before)
    let end = query.after ?? null
    if (query.before !== undefined && !from) return { lines, before: null, end }
    let isFirst = true
    for await (const found of linesBack(folder, { from, to: placeOf(query.after) }, budget)) {
      const { text, place } = found
      // What follows it comes after all of these.
      if (isFirst) end = wordOf({ file: place.file, at: found.end })
      isFirst = false
      const line = parseLogLine(text, wordOf(place))
      if (line && fitsLogQuery(line, query)) lines.push(line)
      if (lines.length === query.limit || budget.bytes <= 0)
        return { lines: lines.reverse(), before: wordOf(place), end }
    }
    return { lines: lines.reverse(), before: null, end }
  }
}

const placeOf = (word: string | undefined): Place | null =>
  word === undefined ? null : logPlace(word)

/** `end`: the byte behind it in its file. */
type Found = { text: string; place: Place; end: number }

/** The newest line first. `from`: only what begins before it. `to`: only what begins there or behind it. */
async function* linesBack(
  folder: string,
  { from, to }: { from: Place | null; to: Place | null },
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
      const last = isHere && from ? Math.min(from.at, Number(size)) : Number(size)
      // A shorter one is another file, which has got the number of one that is gone.
      const isLast = file === to?.file && to.at <= Number(size)
      for await (const { text, at, end } of fileBack(handle, isLast ? to.at : 0, last, budget))
        yield { text, place: { file, at }, end }
      if (isLast) return
    } finally {
      await handle.close()
    }
  }
}

/** Whole lines alone: what is being written is read when it is there. */
async function* fileBack(
  handle: FileHandle,
  begin: number,
  end: number,
  budget: { bytes: number },
): AsyncGenerator<{ text: string; at: number; end: number }> {
  /** The beginning of what was read so far, whose line may begin before it. */
  let rest: Buffer = Buffer.alloc(0)
  /** Whether a line has ended behind it. */
  let isWhole = false
  for (let to = end; to > begin;) {
    const from = Math.max(begin, to - pieceBytes)
    const piece = Buffer.alloc(to - from)
    const { bytesRead } = await handle.read(piece, 0, piece.length, from)
    budget.bytes -= piece.length
    const joined: Buffer = Buffer.concat([piece.subarray(0, bytesRead), rest])
    let until = joined.length
    for (;;) {
      const feed = until === 0 ? -1 : joined.lastIndexOf(0x0a, until - 1)
      if (feed < 0) break
      if (isWhole && feed + 1 < until) yield lineIn(joined, feed + 1, until, from)
      isWhole = true
      until = feed
    }
    rest = until > lineBytes ? Buffer.alloc(0) : joined.subarray(0, until)
    to = from
  }
  if (isWhole && rest.length > 0) yield lineIn(rest, 0, rest.length, begin)
}

/** `offset`: where the bytes begin in their file. */
const lineIn = (bytes: Buffer, from: number, until: number, offset: number) => ({
  text: bytes.toString('utf8', from, until),
  at: offset + from,
  end: offset + until + 1,
})
