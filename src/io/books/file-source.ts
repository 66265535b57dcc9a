// A file as a ByteSource: opened once, read in ranges, hashed on the way, watched for change.
import { createHash } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail } from '../../core/base/failure-error.ts'
import type { ByteSource } from '../../core/ports/books.ts'

export type FileSource = ByteSource & {
  /** Hex SHA-256 of the whole file. Fails with `file-changed` when it is no longer what was opened. */
  digest(): Promise<string>
  /** How much of the file was read in order from its beginning, and hashed. */
  readonly doneBytes: number
  close(): Promise<void>
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? ''

async function statOf(path: string, name: string): Promise<Stats> {
  try {
    return await stat(path)
  } catch (error) {
    const gone = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'].includes(codeOf(error))
    throw fail(gone ? 'file-missing' : 'file-unreadable', { name }, String(error))
  }
}

async function openFile(path: string, name: string): Promise<FileHandle> {
  try {
    // A FIFO put in the file's place between looking and opening must not block.
    return await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    throw fail(
      codeOf(error) === 'ENOENT' ? 'file-missing' : 'file-unreadable',
      { name },
      String(error),
    )
  }
}

const sameFile = (a: Stats, b: Stats): boolean =>
  a.ino === b.ino && a.dev === b.dev && a.size === b.size && a.mtimeMs === b.mtimeMs

/**
 * Opens a book's file. Fails with `file-missing`, `file-unreadable` (folder, device, no permission),
 * `file-empty`, `file-too-large`. Whoever opens it closes it.
 */
export async function openFileSource(
  path: string,
  limits: { maxFileBytes: number; readChunkBytes: number },
): Promise<FileSource> {
  const name = basename(path)
  // Looked at before it is opened: opening a device can have effects.
  if (!(await statOf(path, name)).isFile()) throw fail('file-unreadable', { name }, 'not a file')
  const handle = await openFile(path, name)
  try {
    const opened = await handle.stat()
    if (!opened.isFile()) throw fail('file-unreadable', { name }, 'not a file')
    if (opened.size === 0) throw fail('file-empty', { name })
    if (opened.size > limits.maxFileBytes)
      throw fail('file-too-large', { name, limitBytes: limits.maxFileBytes })
    return createSource(path, name, handle, opened, limits.readChunkBytes)
  } catch (error) {
    await handle.close()
    throw error
  }
}

function createSource(
  path: string,
  name: string,
  handle: FileHandle,
  opened: Stats,
  chunkBytes: number,
): FileSource {
  const hash = createHash('sha256')
  /** Everything before this has been hashed: reading in order costs no second pass. */
  let hashed = 0

  const read = async (offset: number, length: number): Promise<Uint8Array> => {
    const wanted = Math.max(0, Math.min(length, opened.size - offset))
    const bytes = new Uint8Array(wanted)
    let filled = 0
    try {
      while (filled < wanted) {
        const { bytesRead } = await handle.read(bytes, filled, wanted - filled, offset + filled)
        if (bytesRead === 0) throw fail('file-changed', { name }, 'shorter than it was')
        filled += bytesRead
      }
    } catch (error) {
      if (codeOf(error) === '') throw error
      throw fail('file-unreadable', { name }, String(error))
    }
    if (offset <= hashed && offset + wanted > hashed) {
      hash.update(bytes.subarray(hashed - offset))
      hashed = offset + wanted
    }
    return bytes
  }

  return {
    name,
    size: opened.size,
    read,
    get doneBytes() {
      return hashed
    },
    async digest() {
      while (hashed < opened.size) await read(hashed, Math.max(chunkBytes, 1024 * 1024))
      const now = await handle.stat()
      const there = await stat(path).catch(() => null)
      if (!sameFile(opened, now) || !there || !sameFile(opened, there))
        throw fail('file-changed', { name })
      return hash.digest('hex')
    },
    close: () => handle.close(),
  }
}
