// How long everything takes that the studio does: counted by kind, in memory that does not grow with the work.
import {
  watchCommands,
  type CommandName,
  type OperationName,
  type OperationPerformance,
  type SpanSum,
} from '../../../contract/index.ts'
import type { Clock } from '../../base/scope.ts'
import { failureOf } from '../../base/failure-error.ts'
import type { Histogram, MemoryProbe, NewHistogram, NewNesting } from '../../ports/machine.ts'
import { createGrowthSums, isMarked, type GrowthSums } from './memory-growth.ts'
import type { SlowOperations } from './slow-operations.ts'
import { createSpans, spansOf, type Span } from './spans.ts'

export type Outcome = 'done' | 'failed' | 'cancelled'

export type Measures = {
  /** From now until what it answers with is called. `of` tells kinds apart: a command, a source of voices. */
  begin(operation: OperationName, of?: string): (outcome: Outcome) => void
  /** The same around work that may fail; what is measured inside it is a part of it. */
  around<T>(operation: OperationName, of: string | undefined, work: () => Promise<T>): Promise<T>
  /** What is done within its work is summed up, beside all else. */
  profile(): Profile
  /** Since the studio opened. */
  read(): OperationPerformance[]
  /** How much was done since the studio opened, whatever it was. */
  done(): number
}

/** What a job was made of so far, the longest first. */
export type Profile = { within<T>(work: () => T): T; read(): SpanSum[] }

/** Told of everything that has ended. */
type Heard = (operation: OperationName, of: string | null, ms: number) => void

type Counted = {
  operation: OperationName
  of: string | null
  failures: number
  durations: Histogram
  /** Null where it is not marked for it. */
  growth: GrowthSums | null
}

export type MeasuresPorts = {
  clock: Pick<Clock, 'monotonic'>
  memory: Pick<MemoryProbe, 'rssBytes'>
  newHistogram: NewHistogram
  newNesting: NewNesting
}

/** A page asks for these to show what is, as often as it likes. */
const asking: readonly CommandName[] = ['settings.read', 'job.list']
const isWatching = (command: string | null): boolean =>
  command !== null && (command in watchCommands || asking.some((name) => name === command))

/** What a person has cancelled is not counted: it took as long as the person did. */
export function createMeasures(
  { clock, memory, newHistogram, newNesting }: MeasuresPorts,
  heard: Heard = () => {},
  slow: SlowOperations = () => {},
): Measures {
  const spans = createSpans(newNesting())
  let done = 0
  const kinds = new Map<string, Counted>()
  const kindOf = (operation: OperationName, of: string | null): Counted => {
    const name = `${operation} ${of}`
    const known = kinds.get(name)
    if (known) return known
    const growth = isMarked(operation, of) ? createGrowthSums() : null
    const fresh = { operation, of, failures: 0, durations: newHistogram(), growth }
    kinds.set(name, fresh)
    return fresh
  }

  /** Answers with what is called when the operation is over. */
  const ending = (span: Span) => {
    const rssBefore = isMarked(span.operation, span.of) ? memory.rssBytes() : null
    const began = clock.monotonic()
    return (outcome: Outcome) => {
      const milliseconds = clock.monotonic() - began
      const grownBytes = rssBefore === null ? null : memory.rssBytes() - rssBefore
      spans.end(span, milliseconds, grownBytes)
      if (outcome === 'cancelled') return
      const kind = kindOf(span.operation, span.of)
      kind.durations.record(milliseconds)
      if (grownBytes !== null) kind.growth?.record(grownBytes)
      if (outcome === 'failed') kind.failures += 1
      // Whoever watches gives the studio nothing to do.
      if (span.operation !== 'call' || !isWatching(span.of)) done += 1
      heard(span.operation, span.of, milliseconds)
      slow(span, milliseconds)
    }
  }
  return {
    begin: (operation, of) => ending(spans.begin(operation, of ?? null)),
    async around(operation, of, work) {
      const span = spans.begin(operation, of ?? null)
      const over = ending(span)
      try {
        const value = await spans.within(span, work)
        over('done')
        return value
      } catch (error) {
        over(failureOf(error).code === 'cancelled' ? 'cancelled' : 'failed')
        throw error
      }
    },
    profile() {
      const span = spans.begin('call', 'job')
      return { within: (work) => spans.within(span, work), read: () => spansOf(span) }
    },
    done: () => done,
    read: () =>
      [...kinds.values()].map(({ operation, of, failures, durations, growth }) => ({
        operation,
        of,
        failures,
        ...durations.read(),
        memoryGrowth: growth?.read() ?? null,
      })),
  }
}
