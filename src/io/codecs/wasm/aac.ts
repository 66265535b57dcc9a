// AAC by FFmpeg's encoder as Mediabunny builds it in WASM; the only importer of Mediabunny.
import { registerAacEncoder } from '@mediabunny/aac-encoder'
import { AudioSample, AudioSampleSource, Mp4OutputFormat, NullTarget, Output } from 'mediabunny'
import { invariant } from '../../../core/base/invariant.ts'
import type { SoundEncoder } from '../codec-engine.ts'

/** Samples in one AAC packet. */
const aacFrameSamples = 1024
/** What FFmpeg's encoder puts in front. */
const aacPrimingSamples = 1024
/**
 * Frames of silence that come first and whose packets are dropped. This encoder keeps a rate: begun amid
 * sound it has saved nothing yet, and its first third of a second has twice the error of the rest.
 */
const warmUpFrames = 4
/** Given to the encoder's thread at once. */
const samplesAtOnce = 64 * aacFrameSamples

let isRegistered = false

/**
 * Opens the encoder, in a thread of its own; it wants a multiple of the frame, and gives one packet more than
 * frames (priming). What its muxer makes of the packets is thrown away: our files have their own.
 */
export async function openAac(sampleRate: number, bitRate: number): Promise<SoundEncoder> {
  if (!isRegistered) registerAacEncoder()
  isRegistered = true
  const packets: Uint8Array[] = []
  let config = new Uint8Array(0)
  const source = new AudioSampleSource({
    codec: 'aac',
    bitrate: bitRate,
    onEncodedPacket({ data }, about) {
      packets.push(data)
      const told = about?.decoderConfig?.description
      if (told) config = bytesOf(told)
    },
  })
  const output = new Output({ format: new Mp4OutputFormat(), target: new NullTarget() })
  output.addAudioTrack(source)
  await output.start()
  const warmUpSamples = warmUpFrames * aacFrameSamples
  let samples = 0
  let isEnded = false

  const encode = async (data: Int16Array, at: number) => {
    const format = { format: 's16', numberOfChannels: 1, sampleRate } as const
    const sample = new AudioSample({ data, timestamp: at / sampleRate, ...format })
    await source.add(sample)
    sample.close()
  }

  const cancel = async () => {
    if (!isEnded) await output.cancel()
    isEnded = true
  }
  return {
    async add(more) {
      if (samples === 0 && more.length > 0) await encode(new Int16Array(warmUpSamples), 0)
      for (let from = 0; from < more.length; from += samplesAtOnce) {
        const data = more.subarray(from, from + samplesAtOnce)
        await encode(data, warmUpSamples + samples)
        samples += data.length
      }
    },
    async end() {
      invariant(samples % aacFrameSamples === 0, 'AAC is encoded in whole frames')
      if (samples === 0) await cancel()
      else await output.finalize()
      isEnded = true
      const kept = packets.slice(warmUpFrames)
      invariant(
        samples === 0 || kept.length === samples / aacFrameSamples + 1,
        'AAC has a packet a frame and one for its priming',
      )
      return {
        sizes: Uint32Array.from(kept, ({ length }) => length),
        bytes: Buffer.concat(kept),
        ...{ config, frameSamples: aacFrameSamples, primingSamples: aacPrimingSamples },
      }
    },
    free: () => void cancel(),
  }
}

const bytesOf = (source: ArrayBufferView | ArrayBufferLike): Uint8Array<ArrayBuffer> =>
  ArrayBuffer.isView(source)
    ? Uint8Array.from(new Uint8Array(source.buffer, source.byteOffset, source.byteLength))
    : Uint8Array.from(new Uint8Array(source))
