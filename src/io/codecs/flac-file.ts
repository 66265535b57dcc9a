// FLAC without a muxer: takes rest as `fLaC`, STREAMINFO and frames.
import type { CodecEngine, Sound } from './codec-engine.ts'

export type FlacStream = {
  /** 34 bytes of STREAMINFO, with length and MD5. */
  info: Uint8Array
  frames: Uint8Array[]
  /** Samples in each frame but the last. */
  blockSamples: number
}

/** Larger than FFmpeg's choice for low rates: fewer calls, hardly more bytes. */
const blockSamples = 4608

const magic = Uint8Array.of(0x66, 0x4c, 0x61, 0x43)
/** The last metadata block, STREAMINFO, 34 bytes. */
const infoHeader = Uint8Array.of(0x80, 0, 0, 34)

/** Encodes a whole sound, lossless. */
export async function encodeFlac(
  engine: CodecEngine,
  { samples, sampleRate }: Sound,
): Promise<FlacStream> {
  const encoder = await engine.openEncoder({ codec: 'flac', blockSamples }, sampleRate)
  try {
    await encoder.add(samples)
    const { config: info, sizes, bytes, frameSamples } = await encoder.end()
    const frames: Uint8Array[] = []
    let at = 0
    for (const size of sizes) frames.push(bytes.subarray(at, (at += size)))
    return { info, frames, blockSamples: frameSamples }
  } finally {
    encoder.free()
  }
}

/** A FLAC file that any player reads. */
export const flacFile = ({ info, frames }: FlacStream): Uint8Array =>
  Buffer.concat([magic, infoHeader, info, ...frames])

/** Whether nothing stands before its frames but STREAMINFO, as `flacFile` writes it. */
export const isBareFlac = (file: Uint8Array): boolean =>
  Buffer.compare(file.subarray(0, 8), Buffer.concat([magic, infoHeader])) === 0

/** Rate and length by STREAMINFO; null for anything that is not 16-bit mono FLAC of ours. */
export function flacLength(file: Uint8Array): { sampleRate: number; samples: number } | null {
  if (file.length < 42 || magic.some((byte, index) => file[index] !== byte)) return null
  const view = new DataView(file.buffer, file.byteOffset + 8, 34)
  // 20 bits rate, 3 bits channels - 1, 5 bits depth - 1, 36 bits samples.
  const high = view.getUint32(10)
  const channels = ((high >>> 9) & 7) + 1
  const depth = ((high >>> 4) & 31) + 1
  if (channels !== 1 || depth !== 16) return null
  return { sampleRate: high >>> 12, samples: (high & 15) * 2 ** 32 + view.getUint32(14) }
}
