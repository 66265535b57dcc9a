// WAV as engines and servers write it → 16-bit mono at its own rate.
import { readWavHeader } from '../../core/audio/read-wav-header.ts'
import type { Sound } from './codec-engine.ts'

/** Null when the bytes are no WAV that we read; samples cut off at the end are not missed. */
export function decodeWav(file: Buffer): Sound | null {
  const header = readWavHeader(file)
  if (!header) return null
  const { channels, sampleRate, dataOffset, dataBytes, bitsPerSample, encoding } = header
  const end = Math.min(file.length, dataOffset + (dataBytes ?? file.length))
  const data = file.subarray(dataOffset, Math.max(dataOffset, end))
  const width = bitsPerSample / 8
  const count = Math.floor(data.length / (width * channels))
  const samples = new Int16Array(count)
  if (encoding === 'integer' && width === 2 && channels === 1) {
    Buffer.from(samples.buffer).set(data.subarray(0, count * 2))
    return { samples, sampleRate }
  }
  const read = wavSamples(data, encoding, width)
  if (!read) return null
  for (let index = 0; index < count; index++) {
    let sum = 0
    for (let channel = 0; channel < channels; channel++)
      sum += read((index * channels + channel) * width)
    samples[index] = Math.max(-32_768, Math.min(32_767, Math.round((sum / channels) * 32_768)))
  }
  return { samples, sampleRate }
}

/**
 * How one sample is read, -1 to 1, by where it begins; null for widths that nobody writes. Whole numbers of
 * 8 bits are unsigned, all others signed.
 */
export function wavSamples(
  data: Buffer,
  encoding: 'integer' | 'float',
  width: number,
): ((at: number) => number) | null {
  if (encoding === 'float') {
    if (width === 4) return (at) => finite(data.readFloatLE(at))
    return width === 8 ? (at) => finite(data.readDoubleLE(at)) : null
  }
  if (width === 1) return (at) => (data.readUInt8(at) - 128) / 128
  const full = 2 ** (width * 8 - 1)
  return width <= 4 ? (at) => data.readIntLE(at, width) / full : null
}

const finite = (value: number): number => (Number.isFinite(value) ? value : 0)
