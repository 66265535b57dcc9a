// Reads a file in blocks and remembers the last ones: a zip is asked for thousands of small pieces.
import type { ByteSource } from '../../core/ports/books.ts'

const blockBytes = 256 * 1024
const remembered = 4

/** Small reads come from blocks, large ones go through. */
export function readAhead(source: ByteSource): Pick<ByteSource, 'read'> {
  const blocks = new Map<number, Promise<Uint8Array>>()

  const block = (index: number): Promise<Uint8Array> => {
    const known = blocks.get(index)
    if (known) return known
    const offset = index * blockBytes
    const read = source.read(offset, Math.min(blockBytes, source.size - offset))
    blocks.set(index, read)
    const oldest = blocks.keys().next().value
    if (blocks.size > remembered && oldest !== undefined) blocks.delete(oldest)
    return read
  }

  return {
    async read(offset, length) {
      const first = Math.floor(offset / blockBytes)
      const last = Math.floor((offset + length - 1) / blockBytes)
      if (length <= 0 || last - first > 1) return source.read(offset, length)
      const start = await block(first)
      const head = start.subarray(offset - first * blockBytes, offset + length - first * blockBytes)
      if (first === last || last * blockBytes >= source.size) return head
      const rest = (await block(last)).subarray(0, offset + length - last * blockBytes)
      const whole = new Uint8Array(head.length + rest.length)
      whole.set(head)
      whole.set(rest, head.length)
      return whole
    },
  }
}
