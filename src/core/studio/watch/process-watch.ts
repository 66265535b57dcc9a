// Looks at every process of the tree and at what the studio owns, and finds what only grows.
import type { OwnedCount, ProcessPerformance, SuspectedLeak } from '../../../contract/index.ts'
import { passed } from '../../base/passed.ts'
import { createLeakWatch, type Growth, type Series } from './leak-watch.ts'
import type { StudioContext } from '../studio-context.ts'

export type ProcessState = {
  processes: ProcessPerformance[]
  owned: OwnedCount[]
  leaks: SuspectedLeak[]
}

export type ProcessWatch = {
  /** The newest look; looks where there was none yet. */
  read(): Promise<ProcessState>
  /** Looks now. One look at a time: whoever comes meanwhile gets the same. */
  look(): Promise<ProcessState>
}

/** A process that nobody knows, and that has stayed for so long, was forgotten by whoever started it. */
const strangerMs = 45_000
/** Children tell what they have left a moment after they were told to collect. */
const answerMs = 500
/** Memory outside of a heap is the system's to give back, which takes its time: it must grow by more. */
const residentFactor = 4
const leastFiles = 50
const leastProcesses = 4
const leastOwned = 100
/** A shelf may be on its way. */
const leastOnTheWay = 1000

/** `owned`: what is counted inside of the core; `done`: how much was done since the studio opened. */
export function createProcessWatch(
  context: StudioContext,
  { owned, done }: { owned: () => OwnedCount[]; done: () => number },
): ProcessWatch {
  const { clock, memory, scope, log } = context
  const watch = createLeakWatch()
  const leaks = new Map<string, SuspectedLeak>()
  /** When each was seen first; null: before anything was done. */
  const strangers = new Map<number, number | null>()
  let newest: ProcessState | null = null
  let looking: Promise<ProcessState> | null = null

  const measure = async () => {
    const [processes, outside] = await Promise.all([memory.processes(), context.ownedOutside()])
    return { processes, owned: [...owned(), ...outside] }
  }
  const seriesNow = ({ processes, owned: counts }: Omit<ProcessState, 'leaks'>) => [
    ...memorySeries(processes, context.settingsInForce().alertLeak),
    ...counts.map(({ name, count }) =>
      seriesOf(name, 'count', count, name.startsWith('files ') ? leastOnTheWay : leastOwned),
    ),
  ]

  const noteStrangers = (processes: readonly ProcessPerformance[]) => {
    const here = processes.filter(({ kind }) => kind === 'stranger')
    const pids = new Set(here.map(({ pid }) => pid))
    for (const pid of strangers.keys()) if (!pids.has(pid)) strangers.delete(pid)
    for (const { pid, name } of here) {
      if (pid === null) continue
      if (!strangers.has(pid)) strangers.set(pid, newest === null ? null : clock.monotonic())
      const since = strangers.get(pid) ?? null
      if (since !== null && clock.monotonic() - since >= strangerMs)
        add({ name: `process ${name}`, unit: 'count', from: 0, to: 1 })
    }
  }
  const add = (found: Growth) => {
    const known = leaks.get(found.name)
    const leak = { ...found, since: known?.since ?? clock.now() }
    if (!known) log.warn('something grows and does not fall again', { leak })
    leaks.set(leak.name, leak)
  }
  /** Only what is left after a collection has leaked. */
  const confirm = async (suspects: ReadonlySet<string>) => {
    await memory.collect()
    const ours = seriesNow(await measure()).filter(({ name }) => name.endsWith(' of main'))
    await passed(scope, clock, answerMs)
    const others = seriesNow(await measure()).filter(({ name }) => !name.endsWith(' of main'))
    const left = [...ours, ...others].filter(({ name }) => suspects.has(name))
    for (const leak of watch.afterCollection(left)) add(leak)
  }

  const lookOnce = async (): Promise<ProcessState> => {
    const measured = await measure()
    const series = seriesNow(measured)
    noteStrangers(measured.processes)
    const found = watch.observe(series, done(), clock.monotonic())
    for (const leak of found) if (leak.unit === 'count') add(leak)
    const unsure = new Set(found.flatMap(({ name, unit }) => (unit === 'bytes' ? [name] : [])))
    if (unsure.size > 0) await confirm(unsure)
    // What has fallen by half again, or ended, has not leaked.
    const values = new Map(series.map(({ name, value }) => [name, value]))
    for (const [name, { from, to }] of leaks) {
      const isStranger = measured.processes.some((one) => `process ${one.name}` === name)
      if (!isStranger && (values.get(name) ?? -Infinity) < (from + to) / 2) leaks.delete(name)
    }
    newest = { ...measured, leaks: [...leaks.values()] }
    return newest
  }
  const look = () =>
    (looking ??= lookOnce().finally(() => {
      looking = null
    }))
  return { look, read: async () => newest ?? look() }
}

const seriesOf = (name: string, unit: Series['unit'], value: number, least: number): Series => ({
  name,
  unit,
  value,
  least,
})

/** Processes of one name are one series each: the largest of them, for a pool starts and ends its children. */
function memorySeries(processes: readonly ProcessPerformance[], least: number): Series[] {
  const names = [
    ...new Set(processes.filter(({ kind }) => kind !== 'stranger').map(({ name }) => name)),
  ]
  return names.flatMap((name) => {
    const same = processes.filter((one) => one.name === name)
    const most = (
      of: (one: ProcessPerformance) => number | null,
      series: Omit<Series, 'value'>,
    ) => {
      const values = same.map(of).filter((value) => value !== null)
      return values.length === 0 ? [] : [{ ...series, value: Math.max(...values) }]
    }
    return [
      ...most((one) => one.heapUsedBytes, { name: `heap of ${name}`, unit: 'bytes', least }),
      ...most((one) => one.externalBytes, { name: `buffers of ${name}`, unit: 'bytes', least }),
      ...most((one) => one.pssBytes ?? one.rssBytes, {
        name: `memory of ${name}`,
        unit: 'bytes',
        least: least * residentFactor,
      }),
      ...most((one) => one.openFiles, {
        name: `open files of ${name}`,
        unit: 'count',
        least: leastFiles,
      }),
      seriesOf(`processes ${name}`, 'count', same.length, leastProcesses),
    ]
  })
}
