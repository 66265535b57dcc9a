// How large a finished file becomes, about.
import type { ExportWish } from '../../contract/index.ts'
import { encodingOf, rateFor } from './encoding-of.ts'

/** What FLAC leaves of speech, as measured over hours of several voices. */
const flacShare = 0.47

/** In bytes, for so many seconds of sound at a rate in Hz; its tags and its cover are not counted. */
export function fileSize(
  { seconds, sampleRate }: { seconds: number; sampleRate: number },
  wish: Pick<ExportWish, 'format' | 'kilobits'>,
): number {
  const encoding = encodingOf(wish)
  const samples = seconds * rateFor(encoding, sampleRate) * 2
  switch (encoding.codec) {
    case 'pcm':
      return samples
    case 'flac':
      return samples * flacShare
    default:
      return 'bitRate' in encoding ? (seconds * encoding.bitRate) / 8 : samples
  }
}
