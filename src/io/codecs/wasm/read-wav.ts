// WAV of any width, a block at a time: libav.js knows only some.
import { readSync } from 'node:fs'
import { readWavHeader, type WavHeader } from '../../../core/audio/read-wav-header.ts'
import type { SoundReader } from '../codec-engine.ts'
import { wavSamples } from '../decode-wav.ts'

/** A header with the notes that editors put before the sound. */
const headBytes = 1024 * 1024
const framesAtOnce = 16_384

/** Reads an opened file. False for what is no WAV of plain numbers; the reader was told nothing then. */
export function readWav(file: number, reader: SoundReader): boolean {
  const head = Buffer.alloc(headBytes)
  const header = readWavHeader(head.subarray(0, readSync(file, head, 0, head.length, 0)))
  if (!header || !wavSamples(head, header.encoding, header.bitsPerSample / 8)) return false
  readSamples(file, header, reader)
  return true
}

function readSamples(file: number, header: WavHeader, reader: SoundReader): void {
  const { encoding, bitsPerSample, channels, sampleRate, dataOffset, dataBytes } = header
  const width = bitsPerSample / 8
  const kind = encoding === 'float' ? 'f' : width === 1 ? 'u' : 's'
  const codec = `pcm_${kind}${bitsPerSample}${width === 1 ? '' : 'le'}`
  reader.onOpen({ codec, toldRate: sampleRate * channels * bitsPerSample, chapters: 0 })
  const end = dataOffset + (dataBytes ?? Infinity)
  const block = Buffer.alloc(framesAtOnce * width * channels)
  for (let at = dataOffset; at < end;) {
    const read = readSync(file, block, 0, Math.min(block.length, end - at), at)
    const count = Math.floor(read / (width * channels))
    if (count === 0) return
    const bytes = block.subarray(0, count * width * channels)
    at += bytes.length
    reader.onPacket(bytes)
    const planes = () => planesOf(bytes, encoding, width, channels, count)
    if (!reader.onFrame({ sampleRate, channels, planes })) return
  }
}

function planesOf(
  bytes: Buffer,
  encoding: WavHeader['encoding'],
  width: number,
  channels: number,
  count: number,
): Float32Array[] {
  const read = wavSamples(bytes, encoding, width)
  return Array.from({ length: channels }, (_, channel) =>
    Float32Array.from(
      { length: count },
      (_, index) => read?.((index * channels + channel) * width) ?? 0,
    ),
  )
}
