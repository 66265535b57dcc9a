// What a process or a thread can tell of itself alone: its heap, its collections, its event loop, its CPU.
import { monitorEventLoopDelay, performance, PerformanceObserver } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/** Times are sums since it was first asked, so that whoever asks makes rates of two answers. */
export type SelfMeasure = {
  /** Of the whole process, also in a thread. */
  rssBytes: number
  heapUsedBytes: number
  externalBytes: number
  arrayBufferBytes: number
  /** Milliseconds on a clock of its own, in which all sums are. */
  at: number
  cpuMs: number
  gcMs: number
  collections: number
  /** Of the time in which the loop had work. */
  activeMs: number
  /** Since the last answer. */
  eventLoopDelayP99Ms: number
}

/**
 * Milliseconds after which the loop is woken again to see whether it is late: at 20 that takes 0.14 % of a core, at
 * 100 next to nothing.
 */
type Resolution = 20 | 100

/** Observes from now on, until `stop`. */
export function createSelfMeasure(resolution: Resolution): {
  read(): SelfMeasure
  /** What it has seen of the loop since the last answer is forgotten where this changes something. */
  setResolution(resolution: Resolution): void
  stop(): void
} {
  let resolutionMs = resolution
  const watchDelay = () => {
    const watched = monitorEventLoopDelay({ resolution: resolutionMs })
    watched.enable()
    return watched
  }
  let delay = watchDelay()
  let gcMs = 0
  let collections = 0
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      gcMs += entry.duration
      collections += 1
    }
  })
  observer.observe({ entryTypes: ['gc'] })
  return {
    read() {
      const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage()
      const { user, system } = isMainThread ? process.cpuUsage() : process.threadCpuUsage()
      const eventLoopDelayP99Ms = Math.max(0, delay.percentile(99) / 1e6 - resolutionMs)
      delay.reset()
      return {
        rssBytes: rss,
        heapUsedBytes: heapUsed,
        externalBytes: external,
        arrayBufferBytes: arrayBuffers,
        at: performance.now(),
        cpuMs: (user + system) / 1000,
        gcMs,
        collections,
        activeMs: performance.eventLoopUtilization().active,
        eventLoopDelayP99Ms,
      }
    },
    setResolution(wanted) {
      if (wanted === resolutionMs) return
      delay.disable()
      resolutionMs = wanted
      delay = watchDelay()
    },
    stop() {
      delay.disable()
      observer.disconnect()
    },
  }
}
