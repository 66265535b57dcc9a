// What a finished audiobook can be, as one table: dialogs, endings, media types and codecs come from it. Without its
// schema (export-wish.ts), which a page does without at its start.
import { exportFormatNames } from './sound-endings.ts'

type FormatName = (typeof exportFormatNames)[number]

export type ExportCodec = 'aac' | 'mp3' | 'opus' | 'flac' | 'pcm'

export type ExportFormatRow = {
  /** How its sound is encoded. */
  codec: ExportCodec
  mediaType: string
  /** Whether it can say where its chapters begin. */
  hasMarks: boolean
}

/** In kbit/s, for mono speech at 24 kHz: what is transparent, and what else is worth a choice. */
type CodecRates = {
  usual: number
  choices: readonly number[]
  /** More of it the codec does not hold, at a sample rate in Hz. */
  most: (sampleRate: number) => number
}

/** A packet of 1,024 samples holds 6,144 bits of a channel. */
const mostAac = (sampleRate: number): number => Math.min(320, Math.floor((6 * sampleRate) / 1000))

/** Below 32 kHz it is MPEG-2's layer III. */
const mostMp3 = (sampleRate: number): number => (sampleRate < 32_000 ? 160 : 320)

/** AAC at 64 kbit/s is transparent by the measurements the house has; MP3 needs as much, Opus half of it. */
export const codecRates = {
  aac: { usual: 64, choices: [32, 48, 64, 96, 128], most: mostAac },
  mp3: { usual: 64, choices: [48, 64, 96, 128, 160], most: mostMp3 },
  opus: { usual: 32, choices: [16, 24, 32, 48, 64], most: () => 256 },
} as const satisfies Partial<Record<ExportCodec, CodecRates>>

/** By MP3's quality, 0 to 9: in kbit/s, on average of two voices that are a third apart. */
const varyingRates = [112, 89, 76, 71, 65, 56, 50, 44, 41, 38]

/** What a rate that varies comes to for speech in mono, in kbit/s: a fifth more above 24 kHz. */
export const varyingRate = (quality: number, sampleRate: number): number =>
  Math.round((varyingRates[quality] ?? 0) * (sampleRate > 24_000 ? 1.2 : 1))

/** Qualities that are worth a choice: what is transparent for most voices, and more than that. */
export const varyingChoices: readonly number[] = [5, 2]

/** Null for what loses nothing. */
export const ratesOf = (format: FormatName): CodecRates | null =>
  (codecRates as Partial<Record<ExportCodec, CodecRates>>)[exportFormats[format].codec] ?? null

/** The key is the file's ending. */
export const exportFormats = {
  m4b: { codec: 'aac', mediaType: 'audio/mp4', hasMarks: true },
  m4a: { codec: 'aac', mediaType: 'audio/mp4', hasMarks: true },
  mp3: { codec: 'mp3', mediaType: 'audio/mpeg', hasMarks: true },
  opus: { codec: 'opus', mediaType: 'audio/ogg', hasMarks: true },
  flac: { codec: 'flac', mediaType: 'audio/flac', hasMarks: true },
  wav: { codec: 'pcm', mediaType: 'audio/wav', hasMarks: false },
} as const satisfies Record<FormatName, ExportFormatRow>

/** The format that a file's name says; null for any other ending. */
export function formatOfName(name: string): FormatName | null {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return exportFormatNames.find((format) => format === ending) ?? null
}
