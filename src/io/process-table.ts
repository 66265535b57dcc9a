// The processes below this one as the kernel tells of them; nothing where there is no /proc.
import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import type { Clock } from '../core/base/scope.ts'

export type KernelProcess = {
  pid: number
  name: string
  rssBytes: number
  /** Proportional set size: pages that processes share are counted once. */
  pssBytes: number
  /** Milliseconds since it began. */
  cpuMs: number
  threads: number
  openFiles: number
}

/** Proportional set size of a process and all its descendants, in bytes; null where there is no /proc. */
export async function readTreeBytes(root: number): Promise<number | null> {
  try {
    const sizes = await Promise.all((await descendants(root)).map(readPss))
    return sizes.reduce((sum, size) => sum + size, 0)
  } catch {
    return null
  }
}

export type ProcessTable = {
  /**
   * The root and all its descendants, of which `known` ones may be new; null where there is no /proc. What ends
   * meanwhile is left out.
   */
  look(known: readonly number[]): Promise<KernelProcess[] | null>
}

/**
 * Walking the pages of a process takes the kernel some milliseconds, and finding the children of every thread many
 * small files: both are done so often. In between, memory is what it was and what its own pages have grown by.
 */
const deepEveryMs = 10_000

type Deep = { pssBytes: number; ownBytes: number; openFiles: number }

export function createProcessTable(root: number, clock: Pick<Clock, 'monotonic'>): ProcessTable {
  let deepAt = -Infinity
  let pids: number[] = []
  const deep = new Map<number, Deep>()

  const processOf = async (pid: number, isDeep: boolean): Promise<KernelProcess | null> => {
    const now = readNow(pid)
    if (now === null) return null
    let last = deep.get(pid)
    if (isDeep || !last) {
      last = { ...(await readDeep(pid)), ownBytes: now.ownBytes }
      deep.set(pid, last)
    }
    const { ownBytes, ...told } = now
    const pssBytes = Math.max(0, last.pssBytes + ownBytes - last.ownBytes)
    return { pid, ...told, pssBytes, openFiles: last.openFiles }
  }
  return {
    async look(known) {
      if (readNow(root) === null) return null
      const isDeep = clock.monotonic() - deepAt >= deepEveryMs
      if (isDeep) {
        deepAt = clock.monotonic()
        pids = await descendants(root)
      }
      const all = [...new Set([...pids, ...known])]
      for (const pid of deep.keys()) if (!all.includes(pid)) deep.delete(pid)
      const read = await Promise.all(all.map((pid) => processOf(pid, isDeep)))
      return read.filter((found) => found !== null)
    },
  }
}

async function readDeep(pid: number): Promise<Omit<Deep, 'ownBytes'>> {
  const [pssBytes, files] = await Promise.all([
    readPss(pid).catch(() => 0),
    readdir(`/proc/${pid}/fd`).catch(() => []),
  ])
  return { pssBytes, openFiles: files.length }
}

/**
 * Of proc(5): ticks are 1/100 s on every system that Lectern is built for. Read in place: both are made by the kernel
 * from memory in microseconds, less than it takes to hand them to another thread.
 */
function readNow(pid: number) {
  const stat = readText(`/proc/${pid}/stat`)
  const status = readText(`/proc/${pid}/status`)
  if (stat === null || status === null) return null
  // The name stands in parentheses and may hold any character, these too.
  const end = stat.lastIndexOf(')')
  const fields = stat.slice(end + 2).split(' ')
  const number = (position: number) => Number(fields[position - 3] ?? 0)
  const bytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024
  return {
    name: stat.slice(stat.indexOf('(') + 1, end),
    cpuMs: (number(14) + number(15)) * 10,
    threads: number(20),
    rssBytes: bytes('VmRSS'),
    /** Of pages that it shares with nobody's file. */
    ownBytes: bytes('RssAnon') + bytes('RssShmem'),
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

async function readPss(pid: number): Promise<number> {
  // A process that ended meanwhile has no memory.
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => null)
  if (text === null && pid === process.pid) throw new Error('no smaps_rollup')
  return Number(/^Pss:\s+(\d+) kB/m.exec(text ?? '')?.[1] ?? 0) * 1024
}

/** The root and all its descendants, by the children the kernel lists for every thread. */
async function descendants(root: number): Promise<number[]> {
  const found = [root]
  for (let index = 0; index < found.length; index++) {
    const pid = found[index]
    const threads = await readdir(`/proc/${pid}/task`).catch(() => [])
    for (const thread of threads) {
      const children = await readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(
        () => '',
      )
      found.push(...children.split(' ').filter(Boolean).map(Number))
    }
  }
  return found
}
