// An answer of the farm is not believed: it is decoded, measured, and compared with what was said of it.
import { rm } from 'node:fs/promises'
import { failureOf } from '../../core/base/failure-error.ts'
import type { Codecs } from '../../core/ports/codecs.ts'
import type { SpokenSound } from '../../core/ports/speech.ts'
import { unpackSound } from './packed-sound.ts'
import { spoolFlac } from './spool-flac.ts'

/** Null for what is no sound, or another one than it says. Fails with `disk-full`, `folder-not-writable`. */
export async function checkedSound(
  packed: Buffer,
  { spool, codecs }: { spool: string; codecs: Pick<Codecs, 'check'> },
  signal: AbortSignal,
): Promise<SpokenSound | null> {
  const unpacked = unpackSound(packed)
  if (!unpacked) return null
  const file = await spoolFlac(spool, unpacked.flac)
  try {
    const prepared = await codecs.check(file, unpacked.said, signal)
    if (prepared) return { file, prepared }
  } catch (error) {
    await rm(file, { force: true })
    // What ends the process that looks at it would end the next one too.
    if (!signal.aborted && failureOf(error).code === 'codec-failed') return null
    throw error
  }
  await rm(file, { force: true })
  return null
}
