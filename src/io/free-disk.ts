// How much room there is on the disk that a folder lies on.
import { statfs } from 'node:fs/promises'
import type { FreeDisk } from '../core/ports/machine.ts'

/** For this account, not for the system's own reserve. */
export const freeDiskOf =
  (folder: string): FreeDisk =>
  () =>
    statfs(folder).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => null,
    )
