// Sound in, packets out, for every encoder of libav.js: some frames at a time, since each call costs.
import type { PieceOfPackets } from '../codec-engine.ts'
import {
  layoutMono,
  type Libav,
  type LibavFrame,
  type LibavPacket,
  newExtraData,
  sampleFormatS16P,
} from './libav.ts'

export type EncoderSettings = {
  /** FFmpeg's name of the encoder. */
  name: string
  sampleRate: number
  sampleFormat: number
  bitRate?: number
  frameSamples?: number
  options?: Record<string, string>
}

export type LibavEncoder = {
  /** Samples in one packet. */
  frameSamples: number
  add(samples: Int16Array): void
  /** `config` is what the encoder knows at its end. Frees it, as `free` does. */
  end(): Pick<PieceOfPackets, 'sizes' | 'bytes' | 'config'>
  free(): void
}

const framesAtOnce = 32

/** Opens an encoder for mono sound. Every one is a stream of its own: equal samples give equal packets. */
export function openLibavEncoder(libav: Libav, settings: EncoderSettings): LibavEncoder {
  const { name, sampleRate, sampleFormat, bitRate, frameSamples: wanted, options } = settings
  const sound = { sample_rate: sampleRate, channel_layout: layoutMono, channels: 1 }
  const [, context, frame, packet, frameSamples] = libav.ff_init_encoder_sync(name, {
    ctx: {
      ...sound,
      sample_fmt: sampleFormat,
      ...(bitRate === undefined ? {} : { bit_rate: bitRate }),
      ...(wanted === undefined ? {} : { frame_size: wanted }),
    },
    time_base: [1, sampleRate],
    options: options ?? {},
  })
  const pending = new Int16Array(frameSamples * framesAtOnce)
  const sizes: number[] = []
  const packets: Uint8Array[] = []
  const configBytes = libav.AVCodecContext_extradata_size_sync(context)
  let config = libav.copyout_u8_sync(libav.AVCodecContext_extradata_sync(context), configBytes)
  let filled = 0
  let at = 0
  let isFree = false

  const keep = ({ data, side_data: beside }: LibavPacket) => {
    if (data.length > 0) {
      sizes.push(data.length)
      packets.push(data)
    }
    // FLAC's last packet has no data, only the STREAMINFO that knows length and MD5.
    const final = beside?.find(({ type }) => type === newExtraData)
    if (final) config = final.data
  }
  const send = (isEnd: boolean) => {
    const frames: LibavFrame[] = []
    for (let from = 0; from < filled; from += frameSamples) {
      const samples = pending.subarray(from, Math.min(filled, from + frameSamples))
      frames.push({
        ...sound,
        data: sampleFormat === sampleFormatS16P ? [samples] : samples,
        format: sampleFormat,
        nb_samples: samples.length,
        pts: at,
        ptshi: 0,
      })
      at += samples.length
    }
    filled = 0
    for (const each of libav.ff_encode_multi_sync(context, frame, packet, frames, isEnd)) keep(each)
  }
  const free = () => {
    if (isFree) return
    isFree = true
    libav.ff_free_encoder_sync(context, frame, packet)
  }

  return {
    frameSamples,
    add(samples) {
      for (let from = 0; from < samples.length;) {
        const count = Math.min(pending.length - filled, samples.length - from)
        pending.set(samples.subarray(from, from + count), filled)
        filled += count
        from += count
        if (filled === pending.length) send(false)
      }
    },
    end() {
      try {
        send(true)
        return { sizes: Uint32Array.from(sizes), bytes: Buffer.concat(packets), config }
      } finally {
        free()
      }
    },
    free,
  }
}
