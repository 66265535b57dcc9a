// Sentences of the export, in English.
import { chapters, count } from './english-figures.ts'

export const exportWords = {
  title: 'Export the audiobook',
  format: 'Format',
  formats: {
    m4b: { name: 'M4B audiobook', text: 'Chapters, cover and tags. For audiobook players.' },
    m4a: { name: 'M4A', text: 'The same sound for music players.' },
    mp3: { name: 'MP3', text: 'Plays everywhere; chapters where a player knows them.' },
    opus: { name: 'Opus', text: 'The smallest file. For browsers, Android and servers.' },
    flac: { name: 'FLAC', text: 'Lossless and half the size of WAV. For archives.' },
    wav: { name: 'WAV', text: 'Uncompressed and without chapters. For editing.' },
  },
  contents: 'What will be written',
  chapters: 'Chapters',
  length: 'Length so far',
  unspokenTitle: (number: number): string =>
    number === 1 ? '1 segment is not spoken yet' : `${count(number)} segments are not spoken yet`,
  unspokenText: 'Narrate first, so that the audiobook is whole.',
  narrateFirst: 'Narrate first',
  narrating: 'Narration is running. Export when it has finished.',
  nothing: 'No chapter is ticked. Tick at least one chapter.',
  choose: 'Choose where and export',
  chooseWeb: 'Export',
  progress: 'Progress of the export',
  cancel: 'Cancel the export',
  background: 'Go on in the background',
  doneTitle: 'The audiobook is ready',
  doneText: (length: string, size: string, chapterCount: number): string =>
    `${length}, ${size}, ${chapters(chapterCount)}`,
  show: 'Show in folder',
  download: 'Download',
  again: 'Export again',
  failedTitle: 'The export stopped',
  cancelled: 'The export was cancelled. Nothing was written.',
}
