// Where a finished file grows before it has its name, and what becomes of the parts nobody will finish.
import { createHash } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { hiddenStem } from '../parts-folder.ts'

/** A folder may be shared by machines, and a process id means something on its own machine only. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 6)

/**
 * Beside the target, on the same disk, so that it can be renamed; hidden. Every writing has one of its
 * own: `writing` is its word, of letters and digits, and the process that calls this writes the file.
 */
export const partPath = (target: string, writing: string): string =>
  join(dirname(target), `${hiddenStem(target)}${machine}-${process.pid}-${writing}.part`)

/** Removes the part of one writing, whichever process it was in. That process has ended. */
export const removePart = (target: string, writing: string): Promise<void> =>
  removeParts(target, (part) => part.writing === writing)

/** Removes what writers of this target have left who certainly write no more: their process is gone. */
export const removeDeadParts = (target: string): Promise<void> =>
  removeParts(target, (part) => part.machine === machine && !isAlive(part.pid))

type Part = { machine: string; pid: number; writing: string }

async function removeParts(target: string, isMeant: (part: Part) => boolean): Promise<void> {
  const folder = dirname(target)
  const start = hiddenStem(target)
  // A folder that cannot be read says so when it is written to.
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(start)) continue
    const found = /^([0-9a-f]{6})-(\d+)-([0-9a-z]+)\.part$/.exec(name.slice(start.length))
    const [, on = '', pid = '', writing = ''] = found ?? []
    if (!found || !isMeant({ machine: on, pid: Number(pid), writing })) continue
    await rm(join(folder, name), { force: true }).catch(() => {})
  }
}

/** Whether a process has this id now; another's, which may not be signalled, counts as well. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
