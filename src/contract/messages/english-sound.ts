// Sentences of a book's sound, in English.
import type { SoundPreset } from '../sound.ts'

const presets: Record<SoundPreset, string> = {
  standard: 'Standard: level, and nothing else',
  audible: 'Audible (ACX)',
  podcast: 'Podcast, -16 LUFS',
  untouched: 'Untouched voices',
}

export const soundWords = {
  tab: 'Sound',
  hint: 'Play to hear it. Nothing is spoken again, and undo takes it back.',
  preset: 'Preset',
  presets,
  own: 'Own settings',
  level: 'Level',
  levelled: 'Bring every voice to one loudness',
  loudness: 'Loudness',
  ceiling: 'Highest peak',
  filters: 'Filters',
  highPassed: 'Take away rumble',
  highPass: 'Below',
  compressed: 'Compress gently',
  threshold: 'Peaks above',
  ratio: 'Ratio',
  pauses: 'Pauses',
  pace: 'Longer or shorter by',
  pauseKinds: {
    sentence: 'After a sentence',
    paragraph: 'After a paragraph',
    scene: 'After a scene',
    headingBefore: 'Before a heading',
    headingAfter: 'After a heading',
    chapterStart: 'At a chapter’s start',
    chapterEnd: 'At a chapter’s end',
  },
  roomToned: 'Room tone in place of silence',
  roomTone: 'Room tone',
  rate: 'Sample rate',
  rateOf: (hertz: number): string => `${hertz / 1000} kHz`,
  units: { lufs: 'LUFS', db: 'dB', hertz: 'Hz', ratio: ': 1', factor: '×', ms: 'ms', s: 's' },
}
