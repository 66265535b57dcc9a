// Every sentence of the face, in English. Components hold none of their own.
import type { SegmentStatus } from '../segment.ts'
import type { CacheKindStats } from '../performance.ts'
import type { Job, JobKind } from '../job.ts'
import type { SettingValue } from '../settings.ts'

const locale = 'en'
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
const percentage = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
const languageNames = new Intl.DisplayNames([locale], { type: 'language' })

const count = (number: number): string => whole.format(number)
const plural = (number: number, one: string, many: string): string =>
  `${count(number)} ${number === 1 ? one : many}`
const segments = (number: number): string => plural(number, 'segment', 'segments')
const chapters = (number: number): string => plural(number, 'chapter', 'chapters')

/** `1:02:03` or `2:03`, from seconds. */
function clock(seconds: number): string {
  const total = Math.max(0, Math.floor(seconds))
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor((total % 3600) / 60)
  const two = (number: number) => String(number).padStart(2, '0')
  const rest = `${two(total % 60)}`
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`
}

/** `2 h 5 min`, `3 min`, `12 s`, from seconds. */
function duration(seconds: number): string {
  if (seconds < 60) return `${Math.max(0, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  return minutes % 60 === 0
    ? `${Math.floor(minutes / 60)} h`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** `1.5 GB`, `410 MB`, `12 kB`; binary multiples, as the settings count them. */
function bytes(number: number): string {
  if (number >= 1024 ** 3) return `${tenth.format(number / 1024 ** 3)} GB`
  if (number >= 1024 ** 2)
    return `${(number < 10 * 1024 ** 2 ? tenth : whole).format(number / 1024 ** 2)} MB`
  return `${whole.format(number / 1024)} kB`
}

/** `English`, `German (Austria)`; the tag itself where there is no name for it. */
function language(tag: string): string {
  if (tag === 'und') return 'Language unknown'
  try {
    return languageNames.of(tag) ?? tag
  } catch {
    return tag
  }
}

const stateWords: Record<SegmentStatus['state'], string> = {
  waiting: 'Not spoken',
  queued: 'In the queue',
  speaking: 'Speaking',
  ready: 'Ready',
  stale: 'Out of date',
  failed: 'Failed',
  skipped: 'Nothing to say',
}

const kindWords: Record<JobKind, string> = {
  import: 'Adding the book',
  speech: 'Narration',
  export: 'Export',
  voice: 'Adding the voice',
}

const sourceWords: Record<SettingValue['source'], string> = {
  default: 'Default',
  saved: 'Changed here',
  environment: 'Set by the environment',
}

const cacheKindWords: Record<CacheKindStats['kind'], string> = {
  takes: 'Takes',
  encodes: 'Encoded chapters',
  previews: 'Previews',
}

const unitWords = {
  count: '',
  kB: 'kB',
  MB: 'MB',
  GB: 'GB',
  seconds: 'seconds',
  minutes: 'minutes',
  days: 'days',
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
  seconds: (number: number): string => `${tenth.format(number)} s`,
  percent: (fraction: number): string => percentage.format(fraction),
  times: (factor: number): string => `${factor < 10 ? tenth.format(factor) : count(factor)}×`,
  none: '–',

  app: {
    name: 'Lectern',
    loading: 'Opening the studio…',
    lost: 'The studio is not answering. Lectern goes on trying; nothing is lost.',
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
  },

  library: {
    title: 'Library',
    books: (number: number): string => plural(number, 'book', 'books'),
    add: 'Add a book',
    bookFiles: 'Book files',
    emptyTitle: 'Turn a book into an audiobook',
    emptyText: 'Drop a book anywhere in this window, or choose one. Nothing leaves this computer.',
    formats: 'EPUB, plain text, Markdown or HTML',
    steps: [
      { title: 'Add', text: 'Lectern finds the chapters and leaves out what nobody reads aloud.' },
      { title: 'Narrate', text: 'Choose a voice and listen at once, while the rest is made.' },
      { title: 'Export', text: 'One M4B with chapters and cover, for any player.' },
    ],
    sampleTitle: 'First sound in one click',
    sampleText: 'A short story comes with Lectern. Open it and hear how a book sounds here.',
    sampleListen: 'Listen to the sample',
    sampleOpening: 'Opening the sample…',
    dropTitle: 'Drop to add',
    dropText: 'EPUB, plain text, Markdown or HTML',
    open: (title: string): string => `Open ${title}`,
    remove: (title: string): string => `Remove ${title}`,
    removeTitle: (title: string): string => `Remove “${title}”?`,
    removeText:
      'The project, its edits and its history go. The book’s own file and finished exports stay where they are.',
    removeConfirm: 'Remove the book',
    removeKeep: 'Keep it',
    removed: (title: string): string => `“${title}” was removed.`,
    untitled: 'Untitled',
    unknownAuthor: 'Author unknown',
    untouched: 'Not narrated yet',
    narrated: 'Narrated',
    narratedPart: (fraction: number): string => `${percentage.format(fraction)} narrated`,
    failed: (number: number): string => `${count(number)} failed`,
    progress: (title: string): string => `Narration of ${title}`,
    imports: 'Books being added',
    importing: (name: string): string => `Adding ${name}`,
    importCancel: (name: string): string => `Cancel adding ${name}`,
    importDismiss: (name: string): string => `Dismiss ${name}`,
    uploading: 'Sending the file',
    someBook: 'a book',
    unreadable: 'The library could not be read',
  },

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
    exporting: (fraction: number): string => `Exporting ${percentage.format(fraction)}`,
    castVoice: (label: string): string => `Voice: ${label}`,
    progress: 'Narration',
    progressText: (done: number, total: number): string =>
      `${count(done)} of ${segments(total)} ready`,
    eta: (seconds: number): string => `about ${duration(seconds)} left`,
    paused: 'Paused',
    gone: 'This book is not in the library',
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
    progress: (title: string): string => `Progress of ${title}`,
    failed: (number: number): string => `${count(number)} failed`,
    stale: (number: number): string => `${count(number)} out of date`,
    tickAll: 'Tick all',
    tickNone: 'Untick all',
  },

  segments: {
    title: 'Segments',
    listName: (title: string): string => `Segments of ${title}`,
    loading: 'Loading…',
    states: stateWords,
    edited: 'Edited',
    heard: 'Being heard',
    play: 'Play from here',
    pause: 'Pause',
    regenerate: 'Speak again',
    edit: 'Edit the text',
    follow: 'Back to the voice',
    editorName: 'Text of the segment',
    save: 'Save',
    saveAndSpeak: 'Save and speak',
    editorHint: 'Saving spends nothing: the segment is out of date until it is spoken again.',
    saved: 'Saved. The segment is out of date until it is spoken again.',
    regenerating: 'Speaking the segment again.',
    empty: 'This book has no segments',
  },

  panel: {
    title: 'Voice and details',
    voice: 'Voice',
    details: 'Segment',
  },

  voices: {
    search: 'Find a voice',
    searchHint: 'Language, name or engine',
    none: 'No voice matches. Try a language, such as “German”.',
    loading: 'Loading the voices…',
    hear: (label: string): string => `Hear ${label}`,
    stop: (label: string): string => `Stop ${label}`,
    use: 'Use',
    useNamed: (label: string): string => `Use ${label} for the book`,
    cast: 'Cast',
    castDone: (label: string): string =>
      `${label} reads the book now. What was spoken before is out of date; undo takes it back.`,
    genders: { female: 'female', male: 'male', unknown: '' },
  },

  details: {
    none: 'Choose a segment to see what is known of it.',
    state: 'State',
    length: 'Length',
    characters: 'Characters',
    position: 'Position',
    positionOf: (position: number, total: number): string =>
      `${count(position)} of ${count(total)}`,
    text: 'Text',
    spoken: 'Spoken as',
    failure: 'Why it failed',
    staleText: 'The sound is of an earlier text or voice.',
    skippedText: 'There is nothing in it to say, so it is passed over.',
  },

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

  performance: {
    title: 'Performance',
    show: 'Show performance',
    hide: 'Hide performance',
    idle: 'No narration is running',
    lanes: 'Lanes',
    lanesValue: (busy: number, lanes: number): string =>
      lanes === 0 ? 'at rest' : `${count(busy)} of ${count(lanes)} busy`,
    lanesLowered: (wanted: number): string => `lowered from ${count(wanted)} to spare memory`,
    efficiency: 'Parallel efficiency',
    characters: 'Characters per second',
    charactersValue: (number: number): string => `${count(number)} chars/s`,
    realTime: 'Speed against real time',
    realTimeValue: (factor: string): string => `${factor} real time`,
    latency: 'Latency p50, p95',
    latencyValue: (median: number, high: number): string =>
      `${count(median)} and ${count(high)} ms`,
    hitRate: 'Cache hits',
    queue: 'In the queue',
    retries: 'Retries',
    failures: 'Failures',
    eta: 'Time left',
    memory: 'Memory, this process',
    tree: 'Memory, all processes',
    softLimit: 'Soft limit',
    eventLoop: 'Event loop delay p99',
    milliseconds: (number: number): string => `${tenth.format(number)} ms`,
    garbage: 'Garbage collection',
    garbageValue: (number: number): string => `${tenth.format(number)} ms/s`,
    processor: 'Processor',
    processorValue: (percent: number): string => `${count(percent)} % of a core`,
    governorLowered: 'Memory is high: fewer segments are spoken at once.',
    speedChart: 'Characters per second',
    memoryChart: 'Memory in MB',
    chartText: (name: string, now: string, least: string, most: string): string =>
      `${name} over the last minutes: now ${now}, least ${least}, most ${most}.`,
    chartEmpty: 'No measurement yet',
    speech: 'Speech',
    machine: 'Machine',
  },

  export: {
    title: 'Export the audiobook',
    format: 'Format',
    formats: {
      m4b: { name: 'M4B audiobook', text: 'One file with chapters, cover and tags. For players.' },
      wav: { name: 'WAV', text: 'One uncompressed file. For editing and archives.' },
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
  },

  settings: {
    title: 'Settings',
    intro: 'What is set here holds for every book.',
    source: sourceWords,
    fromEnvironment: (name: string): string =>
      `${name} is set in the environment, so it cannot be changed here.`,
    atStart: 'Takes effect at the next start.',
    quantity: (number: number, unit: keyof typeof unitWords): string => {
      const word = unitWords[unit]
      return `${count(number)} ${number === 1 ? word.replace(/s$/, '') : word}`.trim()
    },
    range: (from: string, to: string): string => `${from} to ${to}`,
    reset: (name: string): string => `Set ${name} back to its default`,
    saved: (name: string): string => `${name} was saved.`,
    units: unitWords,
    names: {
      speechConcurrency: 'Speech servers',
      workers: 'Lanes',
      cache: 'Cache',
      cacheMaxBytes: 'Cache size',
      takeTtl: 'Keep unused takes',
      cacheSweep: 'Clean-up',
      callTimeout: 'Time limit of a segment',
      maxFileBytes: 'Largest book',
      readChunkBytes: 'Read at a time',
      memoryCheck: 'Measurement',
      memorySoftLimit: 'Memory soft limit',
      logLevel: 'Log',
    } as Record<string, string>,
    cacheTitle: 'What the cache holds',
    cacheText: (used: string, most: string): string => `${used} of at most ${most}`,
    cacheColumns: {
      kind: 'Kind',
      entries: 'Entries',
      size: 'Size',
      hits: 'Hits',
      misses: 'Misses',
      evictions: 'Dropped for room',
      expiries: 'Dropped for age',
    },
    cacheKinds: cacheKindWords,
    clear: 'Clear the cache',
    clearTitle: 'Clear the cache?',
    clearText: 'Takes that your books use stay. Everything else is made again when it is needed.',
    clearKeep: 'Keep it',
    cleared: (freed: string): string => `${freed} were freed.`,
    about: 'About',
    version: 'Version',
    dataFolder: 'Data folder',
  },

  jobs: {
    ended: (kind: JobKind, state: Exclude<Job['state'], 'running' | 'paused'>): string =>
      `${kindWords[kind]} ${finalWords[state]}.`,
    speechFailed: (number: number): string =>
      `Narration finished; ${segments(number)} could not be spoken.`,
  },

  keys: {
    title: 'Keyboard',
    intro: 'Letters work while no text is being written.',
    space: 'Space',
    rows: [
      { keys: ['Space'], text: 'Play or pause' },
      { keys: ['J'], text: 'Slower' },
      { keys: ['K'], text: 'Pause' },
      { keys: ['L'], text: 'Faster' },
      { keys: ['↑', '↓'], text: 'Previous, next segment' },
      { keys: ['Enter'], text: 'Edit the segment' },
      { keys: ['Ctrl', 'Enter'], text: 'Save and speak the segment' },
      { keys: ['Esc'], text: 'Leave the text as it was' },
      { keys: ['R'], text: 'Speak the segment again' },
      { keys: ['E'], text: 'Export' },
      { keys: ['Ctrl', 'Z'], text: 'Undo' },
      { keys: ['Ctrl', 'Shift', 'Z'], text: 'Redo' },
      { keys: ['?'], text: 'This sheet' },
    ],
  },
}

export type FaceWords = typeof englishFace
