// What the studio did, the slowest first, as cells of a table.
import type { OperationPerformance, SpanSum } from '../../../contract/index.ts'
import { words } from '../words.ts'

const shown = 20

/** `Speak, espeak`: what was done, and by which source or under which name. */
export const operationName = ({
  operation,
  of,
}: Pick<OperationPerformance, 'operation' | 'of'>): string => {
  const name = words.performance.operations.names[operation]
  return of === null ? name : `${name}, ${of}`
}

/** How often, how long, and by how much memory grew where that is measured. */
export function spanFigures({ count, totalMs, maxMs, maxGrowthBytes }: SpanSum): string {
  const { figures, growth } = words.performance.profile
  const told = figures(count, totalMs, maxMs)
  return maxGrowthBytes === null ? told : `${told}, ${growth(maxGrowthBytes)}`
}

/** The slowest kinds by their 95th percentile: name, how often, how many failed, p50, p95, p99, longest, growth. */
export function operationRows(
  operations: readonly OperationPerformance[],
): [string, ...string[]][] {
  const { milliseconds } = words.performance.operations
  return operations
    .toSorted((a, b) => b.p95Ms - a.p95Ms)
    .slice(0, shown)
    .map((one) => [
      operationName(one),
      words.count(one.count),
      words.count(one.failures),
      milliseconds(one.p50Ms),
      milliseconds(one.p95Ms),
      milliseconds(one.p99Ms),
      milliseconds(one.maxMs),
      one.memoryGrowth === null ? words.none : words.bytes(one.memoryGrowth.maxBytes),
    ])
}
