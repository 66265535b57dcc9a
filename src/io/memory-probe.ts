// Memory, event loop, collections and CPU of this process; memory of the whole tree where /proc tells.
import { readdir, readFile } from 'node:fs/promises'
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks'
import type { MemoryProbe } from '../core/ports/machine.ts'
import type { Scope } from '../core/base/scope.ts'

/** Measures from now on; the observers end with the scope. */
export function createMemoryProbe(scope: Scope): MemoryProbe {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  scope.own(() => void delay.disable())
  let gcMs = 0
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) gcMs += entry.duration
  })
  observer.observe({ entryTypes: ['gc'] })
  scope.own(() => observer.disconnect())
  let cpu = process.cpuUsage()
  let at = process.hrtime.bigint()

  return {
    async read() {
      const { rss, heapUsed, external } = process.memoryUsage()
      const treeBytes = await readTreeBytes(process.pid)
      const used = process.cpuUsage(cpu)
      const now = process.hrtime.bigint()
      const elapsedUs = Math.max(1, Number(now - at) / 1000)
      cpu = process.cpuUsage()
      at = now
      const reading = {
        rssBytes: rss,
        heapUsedBytes: heapUsed,
        externalBytes: external,
        treeBytes,
        eventLoopDelayP99Ms: Math.max(0, delay.percentile(99) / 1e6 - 10),
        gcMs,
        cpuPercent: ((used.user + used.system) / elapsedUs) * 100,
      }
      gcMs = 0
      delay.reset()
      return reading
    },
  }
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
