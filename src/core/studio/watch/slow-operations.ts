// Tells the log of what took longer than it should, and what it was made of.
import type { CommandName, OperationName } from '../../../contract/index.ts'
import type { Clock } from '../../base/scope.ts'
import type { Log } from '../../ports/machine.ts'
import { spansOf, type Span } from './spans.ts'

/** Work that may take longer than the setting says: voices, and what is done to a whole book or a stretch of it. */
const patience: Partial<Record<OperationName, number>> = {
  'list-voices': 5_000,
  speak: 10_000,
  segment: 5_000,
  master: 5_000,
  encode: 20_000,
  parse: 60_000,
  export: 120_000,
}
/** Commands that wait for such work, or for somebody else's machine. */
const patientCalls: Partial<Record<CommandName, number>> = {
  'voice.list': 5_000,
  'voice.preview': 10_000,
  'server.check': 10_000,
  'segment.prepare': 10_000,
  'dictionary.hear': 10_000,
  'cast.hear': 10_000,
  'take.record': 10_000,
  'cast.find': 60_000,
  'cast.takeUp': 60_000,
  'sound.check': 60_000,
  'sound.compare': 60_000,
  'export.mend': 60_000,
}
/** Of one kind a line at most so often; what was slow meanwhile is counted in the next one. */
const quietMs = 60_000

export type SlowOperations = (span: Span, milliseconds: number) => void

/** `usualMs`: the person's threshold, for all that is neither speech nor work on a whole book. */
export function createSlowOperations(
  log: Log,
  clock: Pick<Clock, 'monotonic'>,
  usualMs: () => number,
): SlowOperations {
  const told = new Map<string, { at: number; since: number }>()
  return (span, milliseconds) => {
    const { operation, of } = span
    const own = operation === 'call' ? patientCalls[of as CommandName] : patience[operation]
    if (milliseconds <= Math.max(own ?? 0, usualMs())) return
    const kind = `${operation} ${of}`
    const last = told.get(kind)
    const at = clock.monotonic()
    if (last && at - last.at < quietMs) {
      last.since += 1
      return
    }
    told.set(kind, { at, since: 0 })
    log[own === undefined ? 'warn' : 'info']('slow operation', {
      slow: 'operation',
      operation,
      of,
      durationMs: Math.round(milliseconds),
      spans: spansOf(span),
      ...(last && last.since > 0 ? { slowSinceLastTold: last.since } : {}),
    })
  }
}
