// The processes of the studio as cells of a table.
import type { Optimised, ProcessPerformance } from '../../../contract/index.ts'
import { words } from '../words.ts'

const or = (value: number | null, word: (number: number) => string): string =>
  value === null ? words.none : word(value)

/** Name, memory, heap, CPU, collecting, delay, threads, files: the largest first, behind the main one. */
export function processRows(processes: readonly ProcessPerformance[]): [string, ...string[]][] {
  const { kinds } = words.processes
  const { milliseconds } = words.performance
  const memoryOf = (one: ProcessPerformance) => one.pssBytes ?? one.rssBytes
  const rank = (one: ProcessPerformance) => (one.kind === 'main' ? Infinity : (memoryOf(one) ?? 0))
  return processes
    .toSorted((a, b) => rank(b) - rank(a))
    .map((one) => [
      one.kind === 'main' ? kinds.main : `${one.name} (${kinds[one.kind]})`,
      or(memoryOf(one), words.bytes),
      or(one.heapUsedBytes, words.bytes),
      or(one.cpuPercent, (percent) => words.percent(percent / 100)),
      or(one.gcMsPerSecond, words.performance.garbageValue),
      or(one.eventLoopDelayP99Ms, milliseconds),
      or(one.threads, words.count),
      or(one.openFiles, words.count),
    ])
}

/** What giving memory back has freed, leaving out what is not worth a word. */
export function optimisedWords({ beforeBytes, afterBytes, steps }: Optimised): string {
  const worth = steps.filter(({ freedBytes }) => freedBytes >= 1_000_000)
  const freed = worth.map(
    ({ step, freedBytes }) => [words.processes.steps[step], freedBytes] as const,
  )
  return words.processes.optimised(
    beforeBytes,
    afterBytes,
    freed.map(([step, number]) => [step, number]),
  )
}
