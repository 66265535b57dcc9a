// Sentences of a book's sound, in English.
import type { SoundPreset } from '../sound.ts'
import { chapters } from './english-figures.ts'

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
  compare: {
    title: 'Before and after',
    play: 'Play a passage from here',
    stop: 'Stop the passage',
    sides: { shaped: 'This sound', untouched: 'Untouched' },
    which: 'Which is heard',
    text: 'Some 20 seconds, the same moment in both: change over while it plays.',
    same: 'This sound leaves the voices untouched: both are the same.',
  },
  chapterGain: (title: string): string => `Gain of “${title}”`,
  levelChapters: 'Level the chapters',
  levelChaptersText:
    'Raises spoken chapters that many pauses make too soft and lowers those that are too loud, by 6 dB at most.',
  chaptersLevelled: (number: number): string =>
    number === 0
      ? 'No chapter that is spoken is far from the book’s loudness.'
      : `${chapters(number)} levelled. Undo takes it back.`,
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
