// Every sentence of the face, in English. Components hold none of their own.
import {
  ago,
  bytes,
  clock,
  count,
  day,
  duration,
  language,
  moment,
  money,
  percentage,
  plural,
  segments,
  signedDb,
  tenth,
} from './english-figures.ts'
import { keyWords, paletteWords } from './english-keys.ts'
import { libraryWords } from './english-library.ts'
import { deskWords } from './english-desk.ts'
import { fallbackWords, narrationWords } from './english-narration.ts'
import { alertWords, processWords } from './english-alerts.ts'
import { performanceWords } from './english-performance.ts'
import { reviewWords } from './english-review.ts'
import { neuralWords, serverWords, sourceKindWords, voiceScreenWords } from './english-voices.ts'
import type { Job, JobKind } from '../job.ts'
import { castWords } from './english-cast.ts'
import { acxWords, checkWords } from './english-check.ts'
import { dataWords } from './english-data.ts'
import { dictionaryWords } from './english-dictionary.ts'
import { exportWords } from './english-export.ts'
import { listenerWords } from './english-listener.ts'
import { creditsWords } from './english-credits.ts'
import { peopleWords } from './english-people.ts'
import { deliveryWords } from './english-delivery.ts'
import { segmentWords } from './english-segments.ts'
import { settingsWords } from './english-settings.ts'
import { marksWords } from './english-marks.ts'
import { musicWords } from './english-music.ts'
import { queueWords, workNews } from './english-queue.ts'
import { shelfWords } from './english-shelf.ts'
import { soundWords } from './english-sound.ts'
import { takeWords } from './english-takes.ts'

const kindWords: Record<JobKind, string> = {
  import: 'Adding the book',
  speech: 'Narration',
  export: 'Export',
  voice: 'Adding the voice',
  sound: 'Adding the sound',
  save: 'Saving the book',
  script: 'The script',
  listening: 'Listening back',
  translation: 'The translation',
  write: 'Writing the script',
}

const finalWords: Record<Exclude<Job['state'], 'running' | 'paused'>, string> = {
  done: 'finished',
  failed: 'stopped',
  cancelled: 'was cancelled',
}

/** The face's words. A second language is a second value of this type. */
export const englishFace = {
  clock,
  duration,
  bytes,
  language,
  count,
  moment,
  money,
  day,
  ago,
  seconds: (number: number): string => `${tenth().format(number)} s`,
  percent: (fraction: number): string => percentage().format(fraction),
  times: (factor: number): string => `${factor < 10 ? tenth().format(factor) : count(factor)}×`,
  /** A number beside a chart. */
  figure: (number: number): string => tenth().format(number),
  none: '–',

  app: {
    name: 'Lectern',
    loading: 'Opening the studio…',
    lost: 'The studio is not answering. Lectern goes on trying; nothing is lost.',
    refused: 'Lectern was started again: open the link that it printed. Nothing is lost.',
    news: 'News',
    close: 'Close',
    dismiss: 'Dismiss',
    cancel: 'Cancel',
    brokenTitle: 'This screen broke',
    brokenText: 'Your books are safe: the studio keeps them, not this page. Reload to go on.',
    reload: 'Reload',
    tryAgain: 'Try again',
    theme: 'Colours',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    settings: 'Settings',
    voices: 'Voices',
    backToBook: 'Back to the book',
  },

  library: libraryWords,
  shelf: shelfWords,
  queue: queueWords,
  workNews,

  studio: {
    back: 'Back to the library',
    undo: 'Undo',
    redo: 'Redo',
    narrate: 'Narrate',
    narrateChoice: 'What to narrate',
    narrateTicked: 'All ticked chapters',
    narrateChapter: 'This chapter',
    narrateSegment: 'This segment',
    pause: 'Pause',
    resume: 'Resume',
    cancel: 'Cancel narration',
    export: 'Export',
    exporting: (fraction: number): string => `Exporting ${percentage().format(fraction)}`,
    castVoice: (label: string): string => `Voice: ${label}`,
    progress: 'Narration',
    progressText: (done: number, total: number): string =>
      `${count(done)} of ${segments(total)} ready`,
    eta: (seconds: number): string => `about ${duration(seconds)} left`,
    paused: 'Paused',
    gone: 'This book is not in the library',
    removed: 'This book was removed',
    removedText: (title: string): string =>
      `“${title}” was removed from the library, but not on this page. Its own file and finished exports stay where they are: drop the file on Lectern to add it again.`,
    voiceEnded:
      'What was being narrated has ended, because the book has another voice now. What was made is kept: start it again to go on.',
    warnings: (number: number): string =>
      plural(number, 'remark about this book', 'remarks about this book'),
  },

  chapters: {
    title: 'Chapters',
    ticked: (number: number, all: number): string => `${count(number)} of ${count(all)} ticked`,
    tick: (title: string): string => `Narrate and export ${title}`,
    untitled: 'Untitled',
    leftOut: (reason: string): string => `Left out: ${reason}`,
    leftOutByYou: 'Left out',
    ready: (ready: number, total: number): string => `${count(ready)} of ${count(total)}`,
    complete: 'Complete',
    gain: signedDb,
    progress: (title: string): string => `Progress of ${title}`,
    failed: (number: number): string => `${count(number)} failed`,
    stale: (number: number): string => `${count(number)} out of date`,
    flagged: (number: number): string => `${count(number)} flagged`,
    tickAll: 'Tick all',
    tickNone: 'Untick all',
  },

  segments: segmentWords,

  panel: {
    title: 'Voice and details',
    tabs: 'What is shown beside the text',
    voice: 'Voice',
    details: 'Segment',
    script: 'Script',
  },

  voices: {
    search: 'Find a voice',
    searchHint: 'Name or language',
    none: 'No voice matches. Try a language, such as “German”.',
    noneOfKind: 'There is none of this kind yet.',
    loading: 'Loading the voices…',
    list: 'Voices',
    hear: (label: string): string => `Hear ${label}`,
    stop: (label: string): string => `Stop ${label}`,
    use: 'Use',
    useNamed: (label: string): string => `Use ${label} for the book`,
    cast: 'Cast',
    castDone: (label: string): string =>
      `${label} reads the book now. What was spoken before is out of date; undo takes it back.`,
    genders: { female: 'female', male: 'male', unknown: '' },
    filter: 'Where voices come from',
    all: 'All',
    kinds: sourceKindWords,
    draft: 'draft',
    paid: 'paid',
    draftTitle: 'This is a draft voice',
    draftText:
      'It shows at once how the book will run. A neural voice or a speech server sounds far better.',
    draftLink: 'Find one',
    more: 'More voices…',
    refresh: 'Ask every source again',
    asOf: (label: string, seconds: number): string => `${label}: as of ${ago(seconds)}`,
    missing: (label: string): string => `${label}: its voices are missing`,
    look: 'Look at it',
  },

  details: {
    none: 'Choose a segment to see what is known of it.',
    state: 'State',
    length: 'Length',
    characters: 'Characters',
    position: 'Position',
    positionOf: (position: number, total: number): string =>
      `${count(position)} of ${count(total)}`,
    failure: 'Why it failed',
    flags: (number: number): string =>
      number === 1 ? 'Something may be wrong with it' : 'Some things may be wrong with it',
    staleText: 'The sound is of an earlier text or voice.',
    skippedText: 'There is nothing in it to say, so it is passed over.',
  },

  takes: takeWords,
  desk: deskWords,
  narration: narrationWords,
  review: reviewWords,
  fallback: fallbackWords,
  cast: castWords,
  dictionary: dictionaryWords,
  listener: listenerWords,
  people: peopleWords,
  credits: creditsWords,
  delivery: deliveryWords,
  marks: marksWords,
  music: musicWords,
  sound: soundWords,
  voiceScreen: voiceScreenWords,
  servers: serverWords,
  neural: neuralWords,

  transport: {
    title: 'Player',
    play: 'Play',
    pause: 'Pause',
    previous: 'Previous segment',
    next: 'Next segment',
    previousChapter: 'Previous chapter',
    nextChapter: 'Next chapter',
    speed: 'Speed',
    speedValue: (rate: number): string =>
      `${rate.toFixed(rate % 0.25 === 0 && rate % 0.5 !== 0 ? 2 : 1)}×`,
    slower: 'Slower',
    faster: 'Faster',
    waveform: (title: string): string => `Waveform of ${title}`,
    waveformEmpty: 'The waveform appears as the chapter is narrated.',
    passedOver: 'A segment could not be spoken and was passed over.',
    unsupported: 'This browser cannot play the studio’s sound. Use a current Chromium or Firefox.',
  },

  alerts: alertWords,
  performance: performanceWords,
  processes: processWords,

  export: exportWords,

  acx: acxWords,
  check: checkWords,

  settings: settingsWords,
  data: dataWords,

  jobs: {
    kinds: kindWords,
    ended: (kind: JobKind, state: Exclude<Job['state'], 'running' | 'paused'>): string =>
      `${kindWords[kind]} ${finalWords[state]}.`,
    translated: 'The translation is ready, as a book of its own.',
    openTranslation: 'Open it',
    speechFailed: (number: number): string =>
      `Narration finished; ${segments(number)} could not be spoken.`,
  },

  keys: keyWords,
  palette: paletteWords,
}

export type FaceWords = typeof englishFace
