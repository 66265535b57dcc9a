// Sound as the bytes of an answer: right, or wrong in one of the ways servers have.
import { encodeFlac, flacFile } from '../../src/io/codecs/flac-file.ts'
import { int16FromFloat } from '../../src/core/audio/pcm.ts'
import { createResampler } from '../../src/core/audio/resample.ts'
import { wavHeader } from '../../src/core/audio/wav-header.ts'
import type { Sound } from './tone.ts'

export type Packed = { contentType: string; bytes: Buffer }
export type Pack = (sound: Sound) => Packed | Promise<Packed>

/** What OpenAI's headerless samples are; nothing in the answer says so. */
const openAiPcmRate = 24_000

export function resampled(sound: Sound, sampleRate: number): Sound {
  if (sound.sampleRate === sampleRate) return sound
  const resample = createResampler(sound.sampleRate, sampleRate)
  const floats = resample(sound.samples, 0, sound.samples.length, 1)
  // With a gain of 1 / 32768 the floats are from -1 to 1.
  return { samples: int16FromFloat(floats), sampleRate }
}

const bytesOf = ({ samples }: Sound): Buffer =>
  Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)
const wav = (...parts: Uint8Array[]): Packed => ({
  contentType: 'audio/wav',
  bytes: Buffer.concat(parts),
})
const headerOf = ({ samples, sampleRate }: Sound, declaredRate = sampleRate) =>
  wavHeader({ sampleRate: declaredRate, channels: 1, samples: samples.length })

/** The header of `sound` with other sizes in it. */
function headerWithSize(sound: Sound, size: number): Uint8Array {
  const header = headerOf(sound)
  const view = new DataView(header.buffer)
  view.setUint32(4, size, true)
  view.setUint32(40, size, true)
  return header
}

export const asWav: Pack = (sound) => wav(headerOf(sound), bytesOf(sound))

export const asWavOfSize =
  (size: number): Pack =>
  (sound) =>
    wav(headerWithSize(sound, size), bytesOf(sound))

export const asWavDeclared =
  (rate: number): Pack =>
  (sound) =>
    wav(headerOf(sound, rate), bytesOf(sound))

export const asWavWithSecondHeader: Pack = (sound) => {
  const header = headerWithSize(sound, 0xffff_ffff)
  const bytes = bytesOf(sound)
  const half = (sound.samples.length >> 1) * 2
  return wav(header, bytes.subarray(0, half), header, bytes.subarray(half))
}

export const asWavWithJunk: Pack = (sound) =>
  wav(headerOf(sound), bytesOf(sound), Buffer.from('junk'), Buffer.alloc(2000, 0x7f))

/** Only the content type tells the rate. */
export const asRawSamples: Pack = (sound) => ({
  contentType: `audio/pcm;rate=${sound.sampleRate}`,
  bytes: bytesOf(sound),
})

export const asMp3CalledWav: Pack = async (sound) => ({
  ...(await asMp3(sound)),
  contentType: 'audio/wav',
})

const asPcm: Pack = (sound) => ({
  contentType: 'audio/pcm',
  bytes: bytesOf(resampled(sound, openAiPcmRate)),
})

// The codec library is loaded by the first who needs it.
const asMp3: Pack = async (sound) => {
  const { encodeMp3 } = await import('./encode-mp3.ts')
  return { contentType: 'audio/mpeg', bytes: encodeMp3(sound) }
}
const asFlac: Pack = async ({ samples, sampleRate }) => {
  const { nativeEngine } = await import('../../src/io/codecs/native/native-engine.ts')
  const stream = await encodeFlac(nativeEngine, { samples, sampleRate })
  return { contentType: 'audio/flac', bytes: Buffer.from(flacFile(stream)) }
}

/** By `response_format`; opus and aac are not offered. */
export const packs: Readonly<Record<string, Pack>> = {
  wav: asWav,
  pcm: asPcm,
  mp3: asMp3,
  flac: asFlac,
}
