// An answer of the farm is not believed: it is decoded, measured, and compared with what was said of it.
import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FailureError } from '../../core/base/failure-error.ts'
import type { Codecs } from '../../core/ports/codecs.ts'
import type { SpokenSound } from '../../core/ports/speech.ts'
import { writeFailure } from '../write-failure.ts'
import { unpackSound } from './packed-sound.ts'

/** Null for what is no sound, or another one than it says. Fails with `disk-full`, `folder-not-writable`. */
export async function checkedSound(
  packed: Buffer,
  { spool, codecs }: { spool: string; codecs: Pick<Codecs, 'prepare'> },
  signal: AbortSignal,
): Promise<SpokenSound | null> {
  const unpacked = unpackSound(packed)
  if (!unpacked) return null
  const file = join(spool, `${randomUUID()}.flac`)
  try {
    await writeFile(file, unpacked.flac)
  } catch (error) {
    await rm(file, { force: true })
    throw writeFailure(error, spool)
  }
  try {
    const prepared = await codecs.prepare([{ file }], signal)
    if (prepared.audioDigest === unpacked.said.audioDigest) return { file: prepared.file, prepared }
    await rm(prepared.file, { force: true })
    return null
  } catch (error) {
    const isNoSound =
      error instanceof FailureError &&
      ['voice-failed', 'sound-refused'].includes(error.failure.code)
    if (isNoSound) return null
    throw error
  }
}
