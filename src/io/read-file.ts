// A whole file's bytes, within a limit.
import type { ReadFile } from '../core/ports/machine.ts'
import { openFileSource } from './books/file-source.ts'

export const readFile: ReadFile = async (path, maxBytes) => {
  const source = await openFileSource(path, { maxFileBytes: maxBytes, readChunkBytes: maxBytes })
  try {
    return await source.read(0, source.size)
  } finally {
    await source.close()
  }
}
