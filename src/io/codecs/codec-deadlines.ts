// How long a codec job may take before its child counts as hung: far more than a slow machine needs.
import { renderRate } from '../../contract/index.ts'
import type { Clock, Scope } from '../../core/base/scope.ts'
import type { Encoding, ExportRequest } from '../../core/ports/codecs.ts'

/** Starting a child and reading from a busy disk, whatever the work. */
const startMs = 120_000
/** A child renders and encodes a hundred times faster than the sound is heard; here: as fast. */
const soundMs = (samples: number, sampleRate: number): number => (samples / sampleRate) * 1000
/** 256 kB a second: a worn memory stick. */
const bytesInMs = 256

/** A segment is some minutes of sound at the most, for any voice. */
export const prepareDeadlineMs = startMs + 600_000

export const encodeDeadlineMs = (samples: number, { sampleRate }: Encoding): number =>
  startMs + soundMs(samples, sampleRate)

export const previewDeadlineMs = (samples: number): number => startMs + soundMs(samples, renderRate)

/** Syncing what was copied counts too. */
export function writeDeadlineMs({ chapters }: Pick<ExportRequest, 'chapters'>): number {
  const groups = chapters.flatMap((chapter) => chapter.groups)
  return startMs + groups.reduce((sum, { bytes }) => sum + bytes, 0) / bytesInMs
}

/**
 * Runs once after `ms` in which the machine was awake, unless the scope ends before; answers with what
 * prevents it. Timers may count the sleep of a laptop: a long one here costs a tenth at the most.
 */
export function afterAwake(scope: Scope, clock: Clock, ms: number, run: () => void): () => void {
  const parts = 10
  let left = parts
  let stop = () => {}
  const wait = () => {
    stop = scope.after(clock, ms / parts, () => (--left > 0 ? wait() : run()))
  }
  wait()
  return () => stop()
}
