// FLAC that has crossed, into the spool: a file of its own, or none.
import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFailure } from '../write-failure.ts'

/** The file belongs to the caller. Fails with `disk-full`, `folder-not-writable`, and leaves nothing then. */
export async function spoolFlac(spool: string, flac: Uint8Array): Promise<string> {
  const file = join(spool, `${randomUUID()}.flac`)
  try {
    await writeFile(file, flac)
    return file
  } catch (error) {
    await rm(file, { force: true })
    throw writeFailure(error, spool)
  }
}
