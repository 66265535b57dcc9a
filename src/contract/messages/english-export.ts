// Sentences of the export, in English.
import type { FailureCode } from '../failure.ts'
import type { PastExport } from '../past-export.ts'
import { ago, bytes, chapters, count, duration, plural, segments } from './english-figures.ts'

export const exportWords = {
  title: 'Export the audiobook',
  format: 'Format',
  formats: {
    m4b: { name: 'M4B audiobook', text: 'Chapters, cover and tags. For audiobook players.' },
    m4a: { name: 'M4A', text: 'The same sound for music players.' },
    mp3: { name: 'MP3', text: 'Plays everywhere; chapters where a player knows them.' },
    opus: { name: 'Opus', text: 'The smallest. For browsers, phones and servers.' },
    flac: { name: 'FLAC', text: 'Lossless and half the size of WAV. For archives.' },
    wav: { name: 'WAV', text: 'Uncompressed and without chapters. For editing.' },
  },
  files: 'Files',
  splits: {
    one: 'One file',
    chapters: 'One for each chapter',
    hours: 'Parts of some hours',
    size: 'Parts of some size',
    acx: 'A folder for ACX (Audible)',
  },
  hours: 'Hours in a part, at most',
  megabytes: 'MB in a part, at most',
  hoursHint: 'A part ends where a chapter does.',
  quality: 'Quality',
  rate: (kilobits: number, isUsual: boolean): string =>
    `${kilobits} kbit/s${isUsual ? ' (usual)' : ''}`,
  varyingRate: (kilobits: number): string => `about ${kilobits} kbit/s, varying`,
  captions: 'Beside the sound',
  captionKinds: {
    none: 'None',
    srt: 'SubRip (SRT)',
    vtt: 'WebVTT (VTT)',
    'vtt-words': 'WebVTT, word by word',
    labels: 'Labels for Audacity',
    overlay: 'Read-along EPUB',
  },
  tagsTitle: 'Tags',
  tagsSaid: ({ title, authors, narrator }: Record<'title' | 'authors' | 'narrator', string>) =>
    [title, authors.trim().replaceAll(/\n+/g, ', '), narrator].filter(Boolean).join(' · '),
  tags: {
    title: 'Title',
    authors: 'Authors',
    authorsHint: 'One a line.',
    narrator: 'Narrator',
    series: 'Series',
    seriesPart: 'Part',
    year: 'Year',
    publisher: 'Publisher',
    description: 'Description',
  },
  cover: 'Cover',
  coverOwn: 'The book’s',
  coverNone: 'The book has none',
  coverChoose: 'Choose a picture',
  coverBack: 'As the book has it',
  tagsReset: 'As the book says it',
  problems: {
    hours: 'Write a number of hours from 0.1 to 100.',
    megabytes: 'Write a number of megabytes from 1 to 1,000,000.',
    title: 'Give it a title.',
    year: 'Four digits.',
  },
  contents: 'What will be written',
  chapters: 'Chapters',
  fileCount: 'Files',
  length: 'Length',
  size: 'Size',
  about: (size: number): string => `about ${bytes(size)}`,
  warnings: {
    'chapters-beyond-nero': {
      title: 'More than 255 chapters in a file',
      text: 'Apple’s players show them all. Players that only read the older list show the first 255.',
    },
    'chapters-nested': {
      title: 'More than 255 chapters in a file',
      text: 'They stand in a table of two levels. Players that read one level only show none or groups of them.',
    },
    'beyond-2-gb': {
      title: 'A file of more than 2 GB',
      text: 'Some older players and car radios do not open it.',
    },
    'beyond-4-gb': {
      title: 'A file of more than 4 GB',
      text: 'Many players do not open it, and memory cards formatted as FAT32 cannot hold it.',
    },
    'cover-left-out': {
      title: 'The book’s cover stays behind',
      text: 'It is a GIF, WebP or SVG, which players do not show. Choose a JPEG or PNG as cover.',
    },
    'rate-lowered': {
      title: 'The rate is lowered',
      text: 'At this book’s sample rate the format holds less: it gets the most that it can hold.',
    },
  },
  splitInstead: {
    one: 'One file',
    chapters: 'A file for each chapter',
    hours: 'Make parts',
  },
  unspokenTitle: (number: number): string =>
    number === 1 ? '1 segment is not spoken yet' : `${count(number)} segments are not spoken yet`,
  unspokenText: (chapterCount: number): string =>
    chapterCount === 0
      ? 'An export now leaves them out.'
      : `An export now leaves them out, and with them ${chapters(chapterCount)} as a whole.`,
  nothingReady: 'Nothing can be exported yet.',
  narrateFirst: 'Narrate first',
  narrating: { running: 'Narration is running.', paused: 'Narration is paused.' },
  exportReady: 'Export what is ready',
  nothing: 'No chapter is ticked. Tick at least one chapter.',
  choose: 'Choose where and export',
  chooseWeb: 'Export',
  progress: 'Progress of the export',
  cancel: 'Cancel the export',
  background: 'Go on in the background',
  doneTitle: 'The audiobook is ready',
  doneText: (length: string, size: string, chapterCount: number, fileCount: number): string =>
    [
      length,
      size,
      chapters(chapterCount),
      ...(fileCount > 1 ? [plural(fileCount, 'file', 'files')] : []),
    ].join(', '),
  missingTitle: (number: number): string =>
    number === 1 ? '1 segment is missing' : `${count(number)} segments are missing`,
  gap: (title: string, number: number, whole: boolean): string =>
    `${title || 'Untitled'}: ${whole ? 'the whole chapter, ' : ''}${segments(number)}`,
  moreGaps: (number: number): string => `and ${chapters(number)} more`,
  missingText:
    'They were not spoken yet. Narrate them and export again: what is made is not made anew.',
  readAlong: {
    fromText: 'The read-along book is made from the text',
    reasons: {
      'not-kept':
        'The file of this book was not kept when it was added. Add it again, and its own pages are read along.',
      'not-possible': 'The pages of this EPUB cannot be joined with sound as they are.',
    },
    unplaced: (number: number): string =>
      `${segments(number)} of the read-along book ${number === 1 ? 'has' : 'have'} no place on its pages: ` +
      'what stands before is lit while they are heard.',
  },
  copyTitle: 'A copy',
  copyNone: 'None but the one you export',
  copyTo: (folder: string): string => `Also copy to “${folder}”`,
  copyChoose: 'Choose a folder',
  copyOther: 'Another folder',
  copyGiveUp: 'Do not copy',
  copied: (folder: string): string => `A copy is in “${folder}”.`,
  copyMissing: (folder: string): string => `The copy in “${folder}” is missing`,
  copyTroubles: {
    'target-missing': 'The folder is not there. Plug in its disk and try again.',
    'folder-not-writable': 'Lectern may not write to it.',
    'disk-full': 'There is no space left in it.',
    'file-missing': 'The finished file is not where it was any more.',
    cancelled: 'It was cancelled.',
  } as Partial<Record<FailureCode, string>>,
  show: 'Show in folder',
  drag: 'Drag it to where you want it',
  download: 'Download',
  again: 'Export again',
  earlier: 'Earlier exports',
  earlierText: (past: PastExport, secondsAgo: number): string =>
    [
      ...(past.files > 1 ? [plural(past.files, 'file', 'files')] : []),
      past.format.toUpperCase(),
      ...[duration(past.durationSeconds), bytes(past.bytes), ago(secondsAgo)],
    ].join(', '),
  gone: 'gone from its place',
  showNamed: (name: string): string => `Show in folder: ${name}`,
  failedTitle: 'The export stopped',
  cancelled: 'The export was cancelled. Nothing was written.',
}
