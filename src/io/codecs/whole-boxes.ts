// Whether an MP4 of ours is as long as its boxes say: what was cut short must not be played as if it were whole.
import { open, type FileHandle } from 'node:fs/promises'

/** A preview has four; no file of boxes without end is walked. */
const mostBoxes = 64

/** Reads eight bytes of each box. False where the file cannot be read. */
export async function hasWholeBoxes(path: string): Promise<boolean> {
  let file: FileHandle
  try {
    file = await open(path)
  } catch {
    return false
  }
  try {
    const { size } = await file.stat()
    const head = Buffer.alloc(8)
    let at = 0
    for (let box = 0; box < mostBoxes && at < size; box++) {
      const { bytesRead } = await file.read(head, 0, 8, at)
      const length = head.readUInt32BE(0)
      if (bytesRead < 8 || length < 8) return false
      at += length
    }
    return size > 0 && at === size
  } finally {
    await file.close()
  }
}
