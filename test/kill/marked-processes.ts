// The processes of one run, found by a mark in their environment, also when their parent is gone.
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

export const markName = 'LECTERN_TEST_MARK'

export type MarkedProcess = {
  pid: number
  /** Of its entry: `studio-process`, `codec`, `voices`, `reader`. */
  name: string
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    // It has ended, or is another account's.
    return ''
  }
}

/** Of a process: the name of the script that it runs. */
export const entryName = (pid: number | string): string =>
  /([\w-]+)\.[jt]s\0/.exec(read(`/proc/${pid}/cmdline`))?.[1] ?? ''

/** Empty where there is no /proc. What has ended and is not yet waited for is not among them. */
export function markedProcesses(mark: string): MarkedProcess[] {
  const pids = readNames('/proc').filter((name) => /^\d+$/.test(name))
  return pids
    .filter((pid) => read(`/proc/${pid}/environ`).split('\0').includes(`${markName}=${mark}`))
    .map((pid) => ({ pid: Number(pid), name: entryName(pid) }))
}

const readNames = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Nobody tells when a process ends that is not our child: looks again and again, for some seconds. */
export async function stillThere(mark: string, seconds: number): Promise<MarkedProcess[]> {
  const end = performance.now() + seconds * 1000
  let found = markedProcesses(mark)
  while (found.length > 0 && performance.now() < end) {
    await pause(25)
    found = markedProcesses(mark)
  }
  return found
}
