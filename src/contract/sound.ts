// How a book is mastered: pauses, level, filters and rate. Presets are whole values that a person goes on from.
import { z } from 'zod'
import { within } from './within.ts'

/** From where to where each value may go. */
export const soundRanges = {
  pauseMs: { min: 0, max: 10_000 },
  pace: { min: 0.25, max: 4 },
  loudnessLufs: { min: -36, max: -12 },
  ceilingDb: { min: -12, max: 0 },
  highPassHz: { min: 20, max: 300 },
  ratio: { min: 1, max: 6 },
  thresholdDb: { min: -50, max: 0 },
  roomToneDb: { min: -90, max: -50 },
  /** Of one chapter, beside what its voices are brought to. */
  chapterGainDb: { min: -12, max: 12 },
} as const

const pauseMs = within(soundRanges.pauseMs).int()

/** Our silence between segments by what ends and what begins, in milliseconds. */
export const Pauses = z.object({
  sentence: pauseMs,
  paragraph: pauseMs,
  scene: pauseMs,
  /** Before a heading that does not open the chapter; the longer of two pauses holds. */
  headingBefore: pauseMs,
  headingAfter: pauseMs,
  chapterStart: pauseMs,
  chapterEnd: pauseMs,
})
export type Pauses = z.infer<typeof Pauses>

/** Rates a book can be rendered at, in Hz. */
export const soundRates = [24_000, 44_100] as const

export const SoundSettings = z.object({
  /** Multiplies the pauses inside a chapter; its beginning and end stay. */
  pace: within(soundRanges.pace),
  pauses: Pauses,
  /** What every voice is brought to, in LUFS; null: each stays as loud as it is. */
  loudnessLufs: within(soundRanges.loudnessLufs).nullable(),
  /** No true peak rises above it, in dB of full scale. */
  ceilingDb: within(soundRanges.ceilingDb),
  /** What is below it, in Hz, is turned down by 12 dB an octave; null: nothing is. */
  highPassHz: within(soundRanges.highPassHz).int().nullable(),
  /** Peaks above the threshold, in dB of full scale, rise by 1/ratio; null: none is compressed. */
  compression: z
    .object({ ratio: within(soundRanges.ratio), thresholdDb: within(soundRanges.thresholdDb) })
    .nullable(),
  /** Soft noise in place of digital silence, its RMS in dB of full scale; null: silence. */
  roomToneDb: within(soundRanges.roomToneDb).nullable(),
  /** Of preview and export, in Hz. */
  sampleRate: z.literal([...soundRates]),
})
export type SoundSettings = z.infer<typeof SoundSettings>

/** How much louder or softer a chapter is than its voices make it, in dB. */
export const ChapterGain = z.object({
  chapterId: z.string(),
  gainDb: within(soundRanges.chapterGainDb),
})
export type ChapterGain = z.infer<typeof ChapterGain>

export const soundPresetNames = ['standard', 'audible', 'podcast', 'untouched'] as const
export type SoundPreset = (typeof soundPresetNames)[number]

const standard: SoundSettings = {
  pace: 1,
  pauses: {
    sentence: 350,
    paragraph: 700,
    scene: 1600,
    headingBefore: 900,
    headingAfter: 1200,
    chapterStart: 500,
    chapterEnd: 2000,
  },
  // Within what audiobook shops ask of one channel.
  loudnessLufs: -19,
  // What a codec adds stays below full scale.
  ceilingDb: -2,
  highPassHz: null,
  compression: null,
  roomToneDb: null,
  sampleRate: 24_000,
}

export const soundPresets: Record<SoundPreset, SoundSettings> = {
  /** What a book begins with. */
  standard,
  /** ACX: each file −23 to −18 dB RMS, peaks at most −3 dB, floor at most −60 dB, 44.1 kHz. */
  audible: {
    ...standard,
    pauses: { ...standard.pauses, chapterStart: 700, chapterEnd: 2500 },
    // Speech of this loudness has an RMS of -19.7 to -21.2 dB as MP3, our pauses in it.
    loudnessLufs: -19.5,
    // MP3 adds up to 0.4 dB to peaks.
    ceilingDb: -3.8,
    highPassHz: 70,
    compression: { ratio: 2, thresholdDb: -14 },
    roomToneDb: -72,
    sampleRate: 44_100,
  },
  podcast: {
    ...standard,
    loudnessLufs: -16,
    ceilingDb: -1.5,
    highPassHz: 70,
    compression: { ratio: 2.5, thresholdDb: -14 },
    sampleRate: 44_100,
  },
  /** The voices as they came; only what would clip is turned down. */
  untouched: { ...standard, loudnessLufs: null, ceilingDb: 0 },
}

/** The preset that a book's sound is, to the value; null for a sound of its own. */
export function presetOf(sound: SoundSettings): SoundPreset | null {
  const wanted = JSON.stringify(SoundSettings.parse(sound))
  return (
    soundPresetNames.find(
      (name) => JSON.stringify(SoundSettings.parse(soundPresets[name])) === wanted,
    ) ?? null
  )
}
