// An answer's body into the spool, piece by piece; samples without a header get one.
import { randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readWavHeader } from '../../../core/audio/read-wav-header.ts'
import { wavHeader } from '../../../core/audio/wav-header.ts'
import { writeFailure } from '../../write-failure.ts'
import { sniffBytes, sniffSound, type SoundKind } from './sniff-sound.ts'

/** Written in one go at least, where as much comes: many small writes keep a lane waiting. */
const writeBytes = 1024 * 1024

/** No segment's sound is as large: 70 minutes of what most voices send. */
const usualMaxBytes = 200 * 1024 * 1024

export type Spooled =
  | {
      kind: SoundKind
      file: string
      /** Null where the container is not looked into. */
      sampleRate: number | null
    }
  /** What came is no sound: its beginning. */
  | { kind: 'none'; head: Uint8Array }
  | { kind: 'too-long' }

export type SpoolOptions = {
  /** Absolute path of an existing folder. */
  spool: string
  /** Samples a second of 16-bit mono without a header; null where that was not asked for. */
  rawRate: number | null
  onPiece: () => void
  maxBytes?: number
}

/**
 * Reads the body to its end. Throws what the body throws; fails with `disk-full`, `folder-not-writable`.
 * Leaves a file only when it answers with one.
 */
export async function spoolSound(
  body: AsyncIterable<Uint8Array>,
  { spool, rawRate, onPiece, maxBytes = usualMaxBytes }: SpoolOptions,
): Promise<Spooled> {
  const pieces = body[Symbol.asyncIterator]()
  const next = async () => {
    const piece = await pieces.next()
    onPiece()
    return piece.done === true ? null : piece.value
  }
  try {
    const head = await readHead(next)
    const sniffed = sniffSound(head)
    const isRaw = sniffed === null && rawRate !== null && head.length > 0 && !isText(head)
    if (sniffed === null && !isRaw) return { kind: 'none', head }
    const header = sniffed === 'wav' ? readWavHeader(head) : null
    const sampleRate = isRaw ? rawRate : (header?.sampleRate ?? null)
    const kind = sniffed ?? 'wav'
    const path = join(spool, `${randomUUID()}.${kind}`)
    const isWhole = await writeFile(path, head, next, { rawRate: isRaw ? rawRate : null, maxBytes })
    return isWhole ? { kind, file: path, sampleRate } : { kind: 'too-long' }
  } finally {
    await pieces.return?.()
  }
}

type Next = () => Promise<Uint8Array | null>

async function readHead(next: Next): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  while (length < sniffBytes) {
    const piece = await next()
    if (piece === null) break
    pieces.push(piece)
    length += piece.length
  }
  return Buffer.concat(pieces)
}

/** Answers whether all of it was written; removes the file when it was not. */
async function writeFile(
  path: string,
  head: Uint8Array,
  next: Next,
  { rawRate, maxBytes }: { rawRate: number | null; maxBytes: number },
): Promise<boolean> {
  const openNew = () => open(path, 'wx')
  const file = await openNew()
    .catch(async () => {
      // Somebody may have tidied the folder away.
      await mkdir(dirname(path), { recursive: true })
      return openNew()
    })
    .catch((error: unknown) => {
      throw writeFailure(error, dirname(path))
    })
  let isWhole = false
  try {
    const write = async (bytes: Uint8Array, at?: number) => {
      try {
        await file.write(bytes, 0, bytes.length, at)
      } catch (error) {
        throw writeFailure(error, dirname(path))
      }
    }
    const header = (samples: number) =>
      rawRate === null ? null : wavHeader({ sampleRate: rawRate, channels: 1, samples })
    const headerBytes = header(0)
    if (headerBytes) await write(headerBytes)
    let length = 0
    let held: Uint8Array[] = []
    let heldBytes = 0
    const writeHeld = async () => {
      const all = Buffer.concat(held)
      held = []
      heldBytes = 0
      await write(all)
    }
    for (let piece: Uint8Array | null = head; piece !== null; piece = await next()) {
      length += piece.length
      if (length > maxBytes) return false
      held.push(piece)
      heldBytes += piece.length
      if (heldBytes >= writeBytes) await writeHeld()
    }
    await writeHeld()
    const finished = header(length >> 1)
    if (finished) await write(finished, 0)
    return (isWhole = true)
  } finally {
    await file.close()
    if (!isWhole) await rm(path, { force: true })
  }
}

/** JSON or a page: samples hardly begin with sixty printable letters. */
function isText(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 64)).toString('latin1')
  return /^\s*[{[<"]/.test(start) && /^[\t\n\r\x20-\x7e]*$/.test(start)
}
