// How the sound of each format is encoded.
import {
  codecRates,
  exportFormats,
  type ExportCodec,
  type EncodingWish,
} from '../../contract/index.ts'
import type { Encoding } from '../ports/codecs.ts'

const encodings: Record<ExportCodec, Encoding> = {
  aac: { codec: 'aac', bitRate: codecRates.aac.usual * 1000 },
  mp3: { codec: 'mp3', bitRate: codecRates.mp3.usual * 1000 },
  opus: { codec: 'opus', bitRate: codecRates.opus.usual * 1000 },
  flac: { codec: 'flac' },
  pcm: { codec: 'pcm' },
}

/** Which rates in Hz a codec knows: the next one that loses nothing stands for any other. */
const ownRates: Partial<Record<ExportCodec, readonly number[]>> = { opus: [24_000, 48_000] }

/** The rate at which a book is planned for a codec. */
export function rateFor({ codec }: Pick<Encoding, 'codec'>, sampleRate: number): number {
  const rates = ownRates[codec] ?? [sampleRate]
  return rates.find((rate) => rate >= sampleRate) ?? sampleRate
}

/** `kilobits` is in kbit/s; what loses nothing has no rate to choose. */
export function encodingOf({ format, kilobits, quality }: EncodingWish): Encoding {
  const usual = encodings[exportFormats[format].codec]
  if (usual.codec === 'mp3' && quality !== undefined) return { codec: 'mp3', quality }
  return kilobits === undefined || !('bitRate' in usual)
    ? usual
    : { ...usual, bitRate: kilobits * 1000 }
}

/**
 * How a book is encoded for a wish, and the rate in Hz at which it is planned for that. More kilobits than the
 * codec holds there are lowered to what it does.
 */
export function encodedAs(
  wish: EncodingWish,
  { sampleRate }: { sampleRate: number },
): { encoding: Encoding; sampleRate: number } {
  const wished = encodingOf(wish)
  const rate = rateFor(wished, sampleRate)
  if (!('bitRate' in wished)) return { encoding: wished, sampleRate: rate }
  const bitRate = Math.min(wished.bitRate, codecRates[wished.codec].most(rate) * 1000)
  return { encoding: { ...wished, bitRate }, sampleRate: rate }
}

/**
 * Whether packets of groups that were encoded alone can follow one another without a seam; else a whole
 * chapter is encoded at once.
 */
export const joinsGroups = ({ codec }: Pick<Encoding, 'codec'>): boolean =>
  codec !== 'mp3' && codec !== 'opus'

/** Whether nobody is kept waiting by what is encoded ahead: a whole chapter takes a single codec for long. */
export const canEncodeAhead = (encoding: Encoding, workers: number): boolean =>
  workers > 1 || joinsGroups(encoding)
