// How long everything takes that the studio does: counted by kind, in memory that does not grow with the work.
import type { OperationName, OperationPerformance } from '../../contract/index.ts'
import type { Clock } from '../base/scope.ts'
import { failureOf } from '../base/failure-error.ts'
import type { Histogram, NewHistogram } from '../ports/machine.ts'

export type Outcome = 'done' | 'failed' | 'cancelled'

export type Measures = {
  /** From now until what it answers with is called. `of` tells kinds apart: a command, a source of voices. */
  begin(operation: OperationName, of?: string): (outcome: Outcome) => void
  /** The same around work that may fail. */
  around<T>(operation: OperationName, of: string | undefined, work: () => Promise<T>): Promise<T>
  /** Since the studio opened. */
  read(): OperationPerformance[]
  /** How much was done since the studio opened, whatever it was. */
  done(): number
}

/** Told of everything that has ended. */
type Heard = (operation: OperationName, of: string | null, ms: number, failed: boolean) => void

type Counted = {
  operation: OperationName
  of: string | null
  failures: number
  durations: Histogram
}

/** What a person has cancelled is not counted: it took as long as the person did. */
export function createMeasures(
  clock: Pick<Clock, 'monotonic'>,
  newHistogram: NewHistogram,
  heard: Heard = () => {},
) {
  let done = 0
  const kinds = new Map<string, Counted>()
  const kindOf = (operation: OperationName, of: string | null): Counted => {
    const name = `${operation} ${of}`
    const known = kinds.get(name)
    if (known) return known
    const fresh = { operation, of, failures: 0, durations: newHistogram() }
    kinds.set(name, fresh)
    return fresh
  }

  const measures: Measures = {
    begin(operation, of) {
      const began = clock.monotonic()
      return (outcome) => {
        if (outcome === 'cancelled') return
        const kind = kindOf(operation, of ?? null)
        const ms = clock.monotonic() - began
        kind.durations.record(ms)
        if (outcome === 'failed') kind.failures += 1
        done += 1
        heard(operation, of ?? null, ms, outcome === 'failed')
      }
    },
    async around(operation, of, work) {
      const over = measures.begin(operation, of)
      try {
        const value = await work()
        over('done')
        return value
      } catch (error) {
        over(failureOf(error).code === 'cancelled' ? 'cancelled' : 'failed')
        throw error
      }
    },
    done: () => done,
    read: () =>
      [...kinds.values()].map(({ operation, of, failures, durations }) => ({
        operation,
        of,
        failures,
        ...durations.read(),
      })),
  }
  return measures
}
