// Writes a segment's sound into the spool, header and samples in one go.
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, rmSync, writevSync } from 'node:fs'
import { join } from 'node:path'
import { wavHeader } from '../../core/audio/wav-header.ts'
import { inFolder } from '../in-folder.ts'
import { writeFailure } from '../write-failure.ts'

/** Writes 16-bit mono as WAV under a fresh name. Fails with `disk-full`, `folder-not-writable`. */
export function writeSound(spool: string, sampleRate: number, samples: Int16Array): string {
  const path = join(spool, `${randomUUID()}.wav`)
  const header = wavHeader({ sampleRate, channels: 1, samples: samples.length })
  const body = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
  try {
    const file = inFolder(spool, () => openSync(path, 'wx'))
    try {
      let rest: Uint8Array[] = [header, body]
      while (rest.length > 0) rest = without(rest, writevSync(file, rest))
    } finally {
      closeSync(file)
    }
    return path
  } catch (error) {
    discard(path)
    throw writeFailure(error, spool)
  }
}

/** What is left of the chunks after `written` bytes. */
function without(chunks: readonly Uint8Array[], written: number): Uint8Array[] {
  let skip = written
  return chunks.flatMap((chunk) => {
    const left = chunk.subarray(Math.min(skip, chunk.length))
    skip -= chunk.length - left.length
    return left.length > 0 ? [left] : []
  })
}

/** Where there is no folder there is nothing to remove, and that is not what went wrong. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    return
  }
}
