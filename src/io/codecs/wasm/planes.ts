// A decoded frame in FFmpeg's memory → floats of our own, a plane a channel.
import type { Libav } from './libav.ts'

type Samples = {
  bytes: number
  read(bytes: Uint8Array<ArrayBuffer>): ArrayLike<number>
  /** What is silence, and what is as loud as can be. */
  middle: number
  full: number
}

/** By FFmpeg's numbers: these are interleaved, the same in planes follow after five. */
const kinds: readonly Samples[] = [
  { bytes: 1, read: (bytes) => bytes, middle: 128, full: 128 },
  { bytes: 2, read: (bytes) => new Int16Array(bytes.buffer), middle: 0, full: 2 ** 15 },
  { bytes: 4, read: (bytes) => new Int32Array(bytes.buffer), middle: 0, full: 2 ** 31 },
  { bytes: 4, read: (bytes) => new Float32Array(bytes.buffer), middle: 0, full: 1 },
  { bytes: 8, read: (bytes) => new Float64Array(bytes.buffer), middle: 0, full: 1 },
]

/** None for a kind of samples that no decoder of ours gives. */
export function planesOf(libav: Libav, frame: number): Float32Array[] {
  const format = libav.AVFrame_format_sync(frame)
  const isPlanar = format >= kinds.length
  const kind = kinds[isPlanar ? format - kinds.length : format]
  if (!kind) return []
  const { bytes, read, middle, full } = kind
  const channels = libav.AVFrame_channels_sync(frame)
  const count = libav.AVFrame_nb_samples_sync(frame)
  const copy = (plane: number, samples: number) => {
    const at = libav.AVFrame_data_a_sync(frame, plane)
    return read(Uint8Array.from(libav.copyout_u8_sync(at, samples * bytes)))
  }
  const together = isPlanar ? null : copy(0, count * channels)
  return Array.from({ length: channels }, (_, channel) => {
    const source = together ?? copy(channel, count)
    const step = together ? channels : 1
    const plane = new Float32Array(count)
    for (let index = 0, at = together ? channel : 0; index < count; index++, at += step)
      plane[index] = ((source[at] ?? 0) - middle) / full
    return plane
  })
}
