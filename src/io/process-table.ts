// The processes below this one as the kernel tells of them; nothing where there is no /proc.
import { readdir, readFile } from 'node:fs/promises'

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

/** The root and all its descendants; null where there is no /proc. What ends meanwhile is left out. */
export async function readProcessTree(root: number): Promise<KernelProcess[] | null> {
  if ((await readStat(root)) === null) return null
  const read = await Promise.all((await descendants(root)).map(readProcess))
  return read.filter((found) => found !== null)
}

async function readProcess(pid: number): Promise<KernelProcess | null> {
  const stat = await readStat(pid)
  if (stat === null) return null
  const [pssBytes, files] = await Promise.all([
    readPss(pid).catch(() => 0),
    readdir(`/proc/${pid}/fd`).catch(() => []),
  ])
  return { pid, ...stat, pssBytes, openFiles: files.length }
}

/** Of proc(5): ticks are 1/100 s and pages 4 KiB on every system that Lectern is built for. */
async function readStat(pid: number) {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (text === null) return null
  // The name stands in parentheses and may hold any character, these too.
  const end = text.lastIndexOf(')')
  const fields = text.slice(end + 2).split(' ')
  const number = (position: number) => Number(fields[position - 3] ?? 0)
  return {
    name: text.slice(text.indexOf('(') + 1, end),
    cpuMs: (number(14) + number(15)) * 10,
    threads: number(20),
    rssBytes: number(24) * 4096,
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
