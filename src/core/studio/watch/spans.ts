// What an operation was made of: others that began and ended inside it, summed by kind.
import type { OperationName, SpanSum } from '../../../contract/index.ts'
import type { Nesting } from '../../ports/machine.ts'

export type Span = {
  readonly operation: OperationName
  readonly of: string | null
  /** Sums by kind; null while nothing has ended inside it. */
  inside: Map<string, Inside> | null
  readonly parent: Span | undefined
  /** What outlives it, such as a job that a command began, is no part of it. */
  open: boolean
}
type Inside = Omit<SpanSum, 'spans'> & { inside: Map<string, Inside> | null }

export type Spans = {
  begin(operation: OperationName, of: string | null): Span
  /** Runs work whose operations are parts of this one. */
  within<T>(span: Span, work: () => T): T
  /** `grownBytes`: null where it is not measured. */
  end(span: Span, milliseconds: number, grownBytes: number | null): void
}

/** Kinds that are told of one operation; what is of another kind still is left out. */
const mostKinds = 16

export function createSpans(nesting: Nesting<Span>): Spans {
  return {
    begin: (operation, of) => ({
      operation,
      of,
      inside: null,
      parent: nesting.current(),
      open: true,
    }),
    within: (span, work) => nesting.within(span, work),
    end(span, milliseconds, grownBytes) {
      span.open = false
      const { parent, operation, of, inside } = span
      if (!parent?.open) return
      parent.inside ??= new Map()
      const took = { totalMs: milliseconds, maxMs: milliseconds, maxGrowthBytes: grownBytes }
      const one = { operation, of, count: 1, ...took, inside }
      add(parent.inside, one)
    },
  }
}

/** What was inside a span so far, the longest first. */
export const spansOf = ({ inside }: { inside: Map<string, Inside> | null }): SpanSum[] =>
  [...(inside?.values() ?? [])]
    .map(({ inside: deeper, totalMs, maxMs, ...kind }) => ({
      ...kind,
      totalMs: Math.round(totalMs),
      maxMs: Math.round(maxMs),
      spans: spansOf({ inside: deeper }),
    }))
    .sort((a, b) => b.totalMs - a.totalMs)

function add(sums: Map<string, Inside>, one: Inside): void {
  const name = `${one.operation} ${one.of}`
  const known = sums.get(name)
  if (!known) {
    if (sums.size < mostKinds) sums.set(name, one)
    return
  }
  known.count += one.count
  known.totalMs += one.totalMs
  known.maxMs = Math.max(known.maxMs, one.maxMs)
  if (one.maxGrowthBytes !== null)
    known.maxGrowthBytes = Math.max(known.maxGrowthBytes ?? one.maxGrowthBytes, one.maxGrowthBytes)
  if (!one.inside) return
  known.inside ??= new Map()
  for (const deeper of one.inside.values()) add(known.inside, deeper)
}
