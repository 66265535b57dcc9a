// Reads one spool file after another into the same memory: takes come by the thousand.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** The reader's answer is good until it is called again. Throws what the file system throws. */
export function createSpoolReader(): (file: string) => Uint8Array {
  let memory = new Uint8Array(256 * 1024)
  return (file) => {
    const descriptor = openSync(file, 'r')
    try {
      const { size } = fstatSync(descriptor)
      if (size > memory.byteLength) memory = new Uint8Array(2 ** Math.ceil(Math.log2(size)))
      let length = 0
      while (length < size) {
        const read = readSync(descriptor, memory, length, size - length, length)
        if (read === 0) break
        length += read
      }
      return memory.subarray(0, length)
    } finally {
      closeSync(descriptor)
    }
  }
}
