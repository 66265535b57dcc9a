// Memory, event loop, collections and CPU of this process, and of all that it has started.
import type { ProcessPerformance } from '../contract/index.ts'
import type { Clock, Scope } from '../core/base/scope.ts'
import type { MemoryProbe } from '../core/ports/machine.ts'
import { createProcessTable, readTreeBytes, type KernelProcess } from './process-table.ts'
import { collectAll } from './process/collect.ts'
import type { ProcessRegister, Started } from './process/process-register.ts'
import { createSelfMeasure, type SelfMeasure } from './process/self-measure.ts'

/** What was looked at so recently is not looked at again. */
const freshMs = 500

/** Measures from now on; the observers end with the scope. */
export function createMemoryProbe(
  scope: Scope,
  register: ProcessRegister,
  clock: Pick<Clock, 'monotonic'>,
  /** Processes below this one that its runtime has started, as Electron does, by what they are. */
  runtimeProcesses: () => ReadonlyMap<number, string> = () => new Map(),
): MemoryProbe {
  const self = createSelfMeasure(20)
  scope.own(() => self.stop())
  let before: SelfMeasure = self.read()
  /** For `processes`, which is asked at other times than `read`. */
  let mine: Pick<Started, 'last' | 'before'> = { last: before, before: null }
  let kernelBefore = new Map<number, { cpuMs: number; at: number }>()
  const table = createProcessTable(process.pid, clock)
  /** One look serves both questions of one turn. */
  let looked: { at: number; tree: KernelProcess[] | null } | null = null
  const lookAt = async (): Promise<KernelProcess[] | null> => {
    if (looked && clock.monotonic() - looked.at < freshMs) return looked.tree
    const known = register.list().flatMap(({ pid }) => (pid === undefined ? [] : [pid]))
    const tree = await table.look(known)
    looked = { at: clock.monotonic(), tree }
    return tree
  }

  return {
    setAtRest: (isAtRest) => self.setResolution(isAtRest ? 100 : 20),
    async read() {
      const tree = await lookAt()
      const now = self.read()
      const reading = {
        rssBytes: now.rssBytes,
        heapUsedBytes: now.heapUsedBytes,
        externalBytes: now.externalBytes,
        treeBytes: tree && tree.reduce((sum, { pssBytes }) => sum + pssBytes, 0),
        eventLoopDelayP99Ms: now.eventLoopDelayP99Ms,
        gcMs: now.gcMs - before.gcMs,
        cpuPercent: shareOf(now.cpuMs - before.cpuMs, now.at - before.at) * 100,
      }
      mine = { last: now, before }
      before = now
      return reading
    },
    async processes() {
      // Its heap is read anew: this is also asked right after a collection.
      const { heapUsed, external, arrayBuffers } = process.memoryUsage()
      const fresh = {
        heapUsedBytes: heapUsed,
        externalBytes: external,
        arrayBufferBytes: arrayBuffers,
      }
      const mineNow = { ...mine, last: mine.last && { ...mine.last, ...fresh } }
      const known = register.list()
      const tree = await lookAt()
      const kernel = new Map((tree ?? []).map((one) => [one.pid, one]))
      const at = clock.monotonic()
      const cpuOf = ({ pid, cpuMs }: KernelProcess) => {
        const earlier = kernelBefore.get(pid)
        return earlier ? shareOf(cpuMs - earlier.cpuMs, at - earlier.at) * 100 : null
      }
      const row = (
        named: Pick<ProcessPerformance, 'name' | 'kind'>,
        pid: number | null,
        told: Pick<Started, 'last' | 'before'>,
      ): ProcessPerformance => {
        const seen = pid === null ? undefined : kernel.get(pid)
        return {
          ...named,
          pid,
          rssBytes: seen?.rssBytes ?? (pid === null ? null : (told.last?.rssBytes ?? null)),
          pssBytes: seen?.pssBytes ?? null,
          ...toldOf(told),
          ...(seen ? { cpuPercent: cpuOf(seen) } : {}),
          threads: seen?.threads ?? null,
          openFiles: seen?.openFiles ?? null,
        }
      }
      const rows = [
        row({ name: 'main', kind: 'main' }, process.pid, mineNow),
        ...known.map((one) =>
          row(
            { name: one.name, kind: one.pid === undefined ? 'thread' : 'child' },
            one.pid ?? null,
            one,
          ),
        ),
      ]
      const ours = new Set(rows.map(({ pid }) => pid))
      const strangers = [...kernel.values()].filter(({ pid }) => !ours.has(pid))
      const nothing = { last: null, before: null }
      const runtime = strangers.length === 0 ? new Map<number, string>() : runtimeProcesses()
      for (const { pid, name } of strangers) {
        const own = runtime.get(pid)
        rows.push(
          row(own ? { name: own, kind: 'child' } : { name, kind: 'stranger' }, pid, nothing),
        )
      }
      kernelBefore = new Map([...kernel.values()].map(({ pid, cpuMs }) => [pid, { cpuMs, at }]))
      register.ask()
      return rows
    },
    used: async () => (await readTreeBytes(process.pid)) ?? process.memoryUsage.rss(),
    rssBytes: () => process.memoryUsage.rss(),
    async collect() {
      register.collect()
      collectAll()
    },
  }
}

const shareOf = (partMs: number, wholeMs: number): number =>
  Math.max(0, partMs) / Math.max(1, wholeMs)

/** Rates between two answers; without two of them there are none. */
function toldOf({ last, before }: Pick<Started, 'last' | 'before'>) {
  const rate = (of: 'cpuMs' | 'gcMs' | 'activeMs') =>
    last && before ? shareOf(last[of] - before[of], last.at - before.at) : null
  const percent = (share: number | null) => (share === null ? null : share * 100)
  const gc = rate('gcMs')
  return {
    heapUsedBytes: last?.heapUsedBytes ?? null,
    externalBytes: last?.externalBytes ?? null,
    arrayBufferBytes: last?.arrayBufferBytes ?? null,
    cpuPercent: percent(rate('cpuMs')),
    gcMsPerSecond: gc === null ? null : gc * 1000,
    collections: last?.collections ?? null,
    eventLoopDelayP99Ms: last?.eventLoopDelayP99Ms ?? null,
    eventLoopUtilisation: rate('activeMs'),
  }
}
