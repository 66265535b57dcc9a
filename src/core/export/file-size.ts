// How large a finished file becomes, about.
import { varyingRate, type EncodingWish } from '../../contract/index.ts'
import { encodedAs } from './encoding-of.ts'

/** What FLAC leaves of speech, as measured over hours of several voices. */
const flacShare = 0.47

/** In bytes, for so many seconds of sound at a rate in Hz; its tags and its cover are not counted. */
export function fileSize(
  { seconds, sampleRate }: { seconds: number; sampleRate: number },
  wish: EncodingWish,
): number {
  const { encoding, sampleRate: rate } = encodedAs(wish, { sampleRate })
  const samples = seconds * rate * 2
  switch (encoding.codec) {
    case 'pcm':
      return samples
    case 'flac':
      return samples * flacShare
    default:
      return (seconds * bitsOf(encoding, sampleRate)) / 8
  }
}

/** In bit/s. */
const bitsOf = (encoding: { bitRate: number } | { quality: number }, sampleRate: number): number =>
  'bitRate' in encoding ? encoding.bitRate : varyingRate(encoding.quality, sampleRate) * 1000
