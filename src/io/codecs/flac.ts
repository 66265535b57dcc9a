// FLAC without a muxer: takes rest as `fLaC`, STREAMINFO and frames, and are decoded in one packet.
import { invariant } from '../../core/base/invariant.ts'
import {
  AV_PKT_DATA_NEW_EXTRADATA,
  AV_SAMPLE_FMT_S16,
  Codec,
  CodecContext,
  FF_DECODER_FLAC,
  FF_ENCODER_FLAC,
  FFmpegError,
  Frame,
  Packet,
} from './av.ts'
import { openEncoder } from './encoder.ts'
import { createPacketEncoder, type SoundEncoder } from './packet-encoder.ts'

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

/** Opens the encoder for 16-bit mono samples, lossless; `config` is the STREAMINFO of them all. */
export function openFlac(sampleRate: number): SoundEncoder {
  const sound = { sampleRate, sampleFormat: AV_SAMPLE_FMT_S16 }
  const context = openEncoder(FF_ENCODER_FLAC, sound, (encoder) => {
    encoder.frameSize = blockSamples
  })
  let info = Uint8Array.from(context.extraData ?? [])
  const encoder = createPacketEncoder(context, {
    sound,
    frameSamples: blockSamples,
    onPacket(packet) {
      // The last packet has no data, only the STREAMINFO that knows length and MD5.
      const final = packet.getSideData(AV_PKT_DATA_NEW_EXTRADATA)
      if (final) info = Uint8Array.from(final)
    },
  })
  return {
    add: encoder.add,
    end() {
      const packets = encoder.end()
      invariant(info.length === 34, 'STREAMINFO has 34 bytes')
      return { ...packets, config: info, frameSamples: blockSamples, primingSamples: 0 }
    },
    free: encoder.free,
  }
}

/** Encodes a whole sound. */
export function encodeFlac(samples: Int16Array, sampleRate: number): FlacStream {
  const encoder = openFlac(sampleRate)
  try {
    encoder.add(samples)
    const { config: info, sizes, bytes } = encoder.end()
    const frames: Uint8Array[] = []
    let at = 0
    for (const size of sizes) frames.push(bytes.subarray(at, (at += size)))
    return { info, frames, blockSamples }
  } finally {
    encoder.free()
  }
}

/** A FLAC file that any player reads. */
export const flacFile = ({ info, frames }: FlacStream): Uint8Array =>
  Buffer.concat([magic, infoHeader, info, ...frames])

/**
 * Decodes what `flacFile` made; null when it is damaged so far that it cannot be. Whoever asks
 * compares the samples' digest: a frame that is silently wrong is not found here.
 */
export function decodeFlac(file: Uint8Array): { samples: Int16Array; sampleRate: number } | null {
  const told = readInfo(file)
  if (told === null) return null
  const codec = Codec.findDecoderByName(FF_DECODER_FLAC)
  invariant(codec, 'FFmpeg has a FLAC decoder')
  const context = new CodecContext()
  context.allocContext3(codec)
  const samples = new Int16Array(told.samples)
  const bytes = Buffer.from(samples.buffer)
  const packet = new Packet()
  packet.alloc()
  const frame = new Frame()
  frame.alloc()
  let at = 0
  const drain = (): boolean => {
    while (context.receiveFrameSync(frame) >= 0) {
      const block = frame.toBuffer()
      if (at + block.length > bytes.length) return false
      at += block.copy(bytes, at)
      frame.unref()
    }
    return true
  }
  try {
    FFmpegError.throwIfError(context.open2Sync(codec, null), 'open flac')
    // The decoder reads header and frames one after the other out of a single packet.
    packet.data = Buffer.from(file.buffer, file.byteOffset, file.length)
    if (context.sendPacketSync(packet) < 0 || !drain()) return null
    context.sendPacketSync(null)
    if (!drain() || at !== bytes.length) return null
    return { samples, sampleRate: told.sampleRate }
  } finally {
    frame.free()
    packet.free()
    context.freeContext()
  }
}

/** Rate and length by STREAMINFO; null for anything that is not 16-bit mono FLAC of ours. */
function readInfo(file: Uint8Array): { sampleRate: number; samples: number } | null {
  if (file.length < 42 || magic.some((byte, index) => file[index] !== byte)) return null
  const view = new DataView(file.buffer, file.byteOffset + 8, 34)
  // 20 bits rate, 3 bits channels - 1, 5 bits depth - 1, 36 bits samples.
  const high = view.getUint32(10)
  const channels = ((high >>> 9) & 7) + 1
  const depth = ((high >>> 4) & 31) + 1
  if (channels !== 1 || depth !== 16) return null
  return { sampleRate: high >>> 12, samples: (high & 15) * 2 ** 32 + view.getUint32(14) }
}
