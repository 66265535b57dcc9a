// How long a codec job may take before its child counts as hung: far more than a slow machine needs.
import type { Stretch } from '../../contract/index.ts'
import type { ExportRequest } from '../../core/ports/codecs.ts'

type Length = Pick<Stretch, 'samples' | 'sampleRate'>

/** Starting a child and reading from a busy disk, whatever the work. */
const startMs = 120_000
/** A child renders and encodes a hundred times faster than the sound is heard; here: as fast. */
const soundMs = ({ samples, sampleRate }: Length): number => (samples / sampleRate) * 1000
/** 256 kB a second: a worn memory stick. */
const bytesInMs = 256

/** A segment is some minutes of sound at the most, for any voice. */
export const prepareDeadlineMs = startMs + 600_000

/** For a piece to be encoded and for a preview. */
export const renderDeadlineMs = (stretch: Length): number => startMs + soundMs(stretch)

/** Less than a second on a machine that is not busy. */
export const loadDeadlineMs = startMs

/** A tenth of a second, and starting a child; a book waits for its picture, and can do without. */
export const shrinkDeadlineMs = 20_000

/** Syncing what was copied counts too. */
export function writeDeadlineMs({ chapters }: Pick<ExportRequest, 'chapters'>): number {
  const pieces = chapters.flatMap((chapter) => chapter.pieces)
  return startMs + pieces.reduce((sum, { bytes }) => sum + bytes, 0) / bytesInMs
}

/** Sound of 16 kbit/s is decoded and measured here at more than a thousand times its pace; this is 32 times. */
export const measureDeadlineMs = (bytes: number): number => startMs + bytes / 64
