// Streams a stretch of a row of parts (bytes in memory, spans of files) in constant memory.
import { open, stat } from 'node:fs/promises'
import type { Media } from '../../core/ports/media.ts'
import type { ByteRange } from './byte-range.ts'

type Part = Media['parts'][number]

/** Read at a time: large enough to be fast, small enough to hold one for each listener. */
const chunkBytes = 128 * 1024

export const partLength = (part: Part): number =>
  'bytes' in part ? part.bytes.byteLength : part.length

/** Gives files that are served to their end, whatever that is, their length. Null: one is gone. */
export async function measureParts(parts: readonly Part[]): Promise<Part[] | null> {
  const measure = async (part: Part): Promise<Part> => {
    if (partLength(part) < Number.MAX_SAFE_INTEGER || 'bytes' in part) return part
    const { size } = await stat(part.file)
    return { ...part, length: Math.max(0, size - part.offset) }
  }
  try {
    return await Promise.all(parts.map(measure))
  } catch {
    return null
  }
}

/** Bytes of all parts together. */
export const totalLength = (parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + partLength(part), 0)

/**
 * The bytes of `range`, read as they are asked for. A file that vanished or shrank errors the stream,
 * which breaks the connection: the status line is out by then.
 */
export function streamParts(
  parts: readonly Part[],
  range: ByteRange,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = readParts(parts, range)
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await chunks.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      // Ends the generator, whose `finally` closes the file.
      async cancel() {
        await chunks.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}

async function* readParts(
  parts: readonly Part[],
  range: ByteRange,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  let partStart = 0
  for (const part of parts) {
    const length = partLength(part)
    const from = Math.max(range.start - partStart, 0)
    const to = Math.min(range.end + 1 - partStart, length)
    partStart += length
    if (from >= to) continue
    if ('bytes' in part) yield new Uint8Array(part.bytes.subarray(from, to))
    else yield* readFileSpan(part.file, part.offset + from, part.offset + to)
  }
}

async function* readFileSpan(
  path: string,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  await using file = await open(path)
  for (let at = start; at < end;) {
    const buffer = new Uint8Array(Math.min(chunkBytes, end - at))
    const { bytesRead } = await file.read(buffer, 0, buffer.byteLength, at)
    if (bytesRead === 0) throw new Error(`${path} is shorter than it was said to be`)
    yield buffer.subarray(0, bytesRead)
    at += bytesRead
  }
}
