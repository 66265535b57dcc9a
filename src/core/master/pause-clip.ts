// Our silence on the timeline, or the sound of a room in its place.
import type { Clip, ClipSource } from '../../contract/index.ts'
import { digestText } from '../base/digest.ts'

/** Room tone begins and ends softly, beside sound that does. */
const fadeSeconds = 0.01

export type PlacedPause = {
  /** The segment it is heard with. */
  segmentId: string
  /** Tells it from other pauses of the segment. */
  place: 'before' | 'behind' | `beside sound ${number}`
  /** In samples of `sampleRate`. */
  at: number
  length: number
  sampleRate: number
  roomToneDb: number | null
}

/** A pause. Room tone is seeded by the gap it fills, so that no edit elsewhere changes it. */
export function pauseClip(pause: PlacedPause): Clip {
  const { segmentId, at, length, sampleRate, roomToneDb: levelDb } = pause
  const source: ClipSource =
    levelDb === null ? { kind: 'silence' } : { kind: 'room-tone', levelDb, seed: seedOf(pause) }
  const fade = levelDb === null ? 0 : Math.round(fadeSeconds * sampleRate)
  return {
    ...{ source, in: 0, out: length, at, length, gainDb: 0, makeUpDb: 0 },
    ...{ fadeInSamples: fade, fadeOutSamples: fade, segmentId, track: 'voice' },
  }
}

const seedOf = ({ segmentId, place }: PlacedPause): number =>
  Number.parseInt(digestText(`${place} ${segmentId}`).slice(0, 8), 16)
