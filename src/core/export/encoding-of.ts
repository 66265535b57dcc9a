// How the sound of each format is encoded.
import { exportFormats, type ExportCodec, type ExportWish } from '../../contract/index.ts'
import type { Encoding } from '../ports/codecs.ts'

/**
 * Rates for mono speech at 24 kHz. AAC at 64 kbit/s is transparent by the measurements the house has; MP3
 * needs as much, Opus half of it.
 */
const encodings: Record<ExportCodec, Encoding> = {
  aac: { codec: 'aac', bitRate: 64_000 },
  mp3: { codec: 'mp3', bitRate: 64_000 },
  opus: { codec: 'opus', bitRate: 32_000 },
  flac: { codec: 'flac' },
  pcm: { codec: 'pcm' },
}

/** `kilobits` is in kbit/s; what loses nothing has no rate to choose. */
export function encodingOf({
  format,
  kilobits,
}: Pick<ExportWish, 'format' | 'kilobits'>): Encoding {
  const usual = encodings[exportFormats[format].codec]
  return kilobits === undefined || !('bitRate' in usual)
    ? usual
    : { ...usual, bitRate: kilobits * 1000 }
}

/**
 * Whether packets of groups that were encoded alone can follow one another without a seam; else a whole
 * chapter is encoded at once.
 */
export const joinsGroups = ({ codec }: Pick<Encoding, 'codec'>): boolean =>
  codec !== 'mp3' && codec !== 'opus'
