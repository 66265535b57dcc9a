// Sound in, packets out, for every encoder of ours: whole frames are filled as the sound comes.
import { AV_SAMPLE_FMT_FLTP, type CodecContext, FFmpegError, type Frame, Packet } from './av.ts'
import type { PieceOfPackets } from '../codec-engine.ts'
import { frameOf, type SampleFormat } from './encoder.ts'

export type EncodedPackets = Pick<PieceOfPackets, 'sizes' | 'bytes'>

/** As SoundEncoder, and at once. */
export type NativeEncoder = {
  add(samples: Int16Array): void
  end(): PieceOfPackets
  free(): void
}

export type PacketEncoder = {
  /** 16-bit mono samples, any number of them. */
  add(samples: Int16Array): void
  /** What is left, and all packets. Frees the context, as `free` does. */
  end(): EncodedPackets
  free(): void
}

/** What an encoder wants and gives. */
export type PacketManner = {
  sound: SampleFormat
  /** Samples in a frame; only the last one may have fewer. */
  frameSamples: number
  /** Told of every packet before it is let go, for what lies beside its bytes. */
  onPacket?: (packet: Packet) => void
}

/** Takes over the context. Every encoder is a stream of its own: equal samples give equal packets. */
export function createPacketEncoder(context: CodecContext, manner: PacketManner): PacketEncoder {
  const { sound, frameSamples, onPacket } = manner
  const isFloat = sound.sampleFormat === AV_SAMPLE_FMT_FLTP
  const pending = isFloat ? new Float32Array(frameSamples) : new Int16Array(frameSamples)
  const pendingBytes = Buffer.from(pending.buffer)
  const sizes: number[] = []
  const packets: Buffer[] = []
  const packet = new Packet()
  packet.alloc()
  let filled = 0
  let at = 0
  let frame: Frame | null = null
  let isFree = false

  const drain = () => {
    while (context.receivePacketSync(packet) >= 0) {
      const { data } = packet
      if (data && data.length > 0) {
        sizes.push(data.length)
        packets.push(Buffer.from(data))
      }
      onPacket?.(packet)
      packet.unref()
    }
  }
  const send = () => {
    const bytes = pendingBytes.subarray(0, filled * pending.BYTES_PER_ELEMENT)
    if (filled < frameSamples) {
      frame?.free()
      frame = null
    }
    // The encoder copies what it is given, so one frame serves all that are full.
    if (frame === null) frame = frameOf(bytes, filled, sound, at)
    else FFmpegError.throwIfError(frame.fromBuffer(bytes), 'fill frame')
    frame.pts = BigInt(at)
    FFmpegError.throwIfError(context.sendFrameSync(frame), 'encode')
    at += filled
    filled = 0
    drain()
  }
  const free = () => {
    if (isFree) return
    isFree = true
    frame?.free()
    packet.free()
    context.freeContext()
  }

  return {
    add(samples) {
      for (let from = 0; from < samples.length;) {
        const count = Math.min(frameSamples - filled, samples.length - from)
        if (isFloat)
          for (let i = 0; i < count; i++)
            pending[filled + i] = (samples[from + i] as number) / 32_768
        else pending.set(samples.subarray(from, from + count), filled)
        filled += count
        from += count
        if (filled === frameSamples) send()
      }
    },
    end() {
      try {
        if (filled > 0) send()
        FFmpegError.throwIfError(context.sendFrameSync(null), 'end')
        drain()
        return { sizes: Uint32Array.from(sizes), bytes: Buffer.concat(packets) }
      } finally {
        free()
      }
    },
    free,
  }
}
