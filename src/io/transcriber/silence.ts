// A second of silence: what a server is tried out with.
import { wavHeader } from '../../core/audio/wav-header.ts'

const sampleRate = 16_000

/** A WAV of 16 bits. */
export function silence(): Uint8Array {
  const header = wavHeader({ sampleRate, channels: 1, samples: sampleRate })
  const bytes = new Uint8Array(header.length + sampleRate * 2)
  bytes.set(header)
  return bytes
}
