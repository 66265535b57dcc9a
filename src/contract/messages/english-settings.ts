// Sentences of the settings, in English.
import { count } from './english-figures.ts'
import type { CacheKindStats } from '../performance.ts'
import { settingRows, type SettingName, type SettingValue } from '../settings.ts'

const sourceWords: Record<SettingValue['source'], string> = {
  default: 'Default',
  saved: 'Changed here',
  environment: 'Set by the environment',
}

const cacheKindWords: Record<CacheKindStats['kind'], string> = {
  takes: 'Takes',
  encodes: 'Encoded chapters',
  previews: 'Previews',
  books: 'Files of your books',
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

/** The table says them; a second language says them again. */
const sentences = Object.fromEntries(
  settingRows.map(({ name, sentence }) => [name, sentence]),
) as Record<SettingName, string>

export const settingsWords = {
  title: 'Settings',
  intro: 'What is set here holds for every book.',
  search: 'Find a setting',
  searchHint: 'Name, sentence, variable or value',
  clearSearch: 'Show all settings',
  found: (number: number, all: number): string => `${count(number)} of ${count(all)} settings`,
  noneFound: (query: string): string => `No setting speaks of “${query}”`,
  noneFoundText:
    'A name, a word of the sentence, a variable such as LECTERN_CACHE or a value finds one.',
  sentences: sentences as Record<string, string>,
  /** The words that a setting may be, by setting. */
  choices: {
    language: { system: 'As the system', en: 'English', de: 'Deutsch' },
    theme: { system: 'As the system', light: 'Light', dark: 'Dark' },
    textSize: { small: 'Small', normal: 'Normal', large: 'Large', largest: 'Largest' },
    motion: { system: 'As the system', reduced: 'Reduced' },
    direction: { auto: 'As the language', ltr: 'Left to right', rtl: 'Right to left' },
    accent: { lectern: 'Lectern’s own', system: 'The system’s' },
    keepAwake: { mains: 'Not on its battery', always: 'Always', never: 'Never' },
    updates: {
      fetch: 'Look and download',
      tell: 'Look and tell',
      never: 'Never look',
    },
    logLevel: {
      error: 'Errors alone',
      warn: 'Warnings too',
      info: 'The usual',
      debug: 'Everything',
    },
  } as Record<string, Record<string, string>>,
  switched: { on: 'On', off: 'Off' },
  source: sourceWords,
  fromEnvironment: (name: string): string =>
    `${name} is set in the environment, so it cannot be changed here.`,
  lacks: (name: string): string =>
    `This has no effect without ${name}. Set it in the environment from which Lectern is started, and start it again.`,
  atStart: 'Takes effect at the next start.',
  quantity: (number: number, unit: keyof typeof unitWords): string => {
    const word = unitWords[unit]
    return `${count(number)} ${number === 1 ? word.replace(/s$/, '') : word}`.trim()
  },
  range: (from: string, to: string): string => `${from} to ${to}`,
  reset: (name: string): string => `Set ${name} back to its default`,
  saved: (name: string): string => `${name} was saved.`,
  units: unitWords,
  /** What is counted, beside the number. */
  counted: {
    speechConcurrency: 'at once',
    workers: 'lanes',
    maxEntries: 'files',
    maxExpansion: 'times',
    maxPages: 'pages',
    maxNesting: 'levels',
    alertFailures: '%',
    alertManyFailures: '%',
    alertHitRate: '%',
    alertEventLoopMs: 'ms',
    alertRestingCpu: '% of a core',
  } as Record<string, string>,
  names: {
    language: 'Language',
    theme: 'Colours',
    textSize: 'Text size',
    motion: 'Motion',
    direction: 'Direction',
    accent: 'Accent colour',
    speechConcurrency: 'Speech servers',
    workers: 'Lanes',
    cache: 'Cache',
    cacheMaxBytes: 'Cache size',
    takeTtl: 'Keep unused takes',
    cacheSweep: 'Clean-up',
    callTimeout: 'Time limit of a segment',
    scriptConcurrency: 'Calls to the language model at once',
    scriptBatch: 'Segments in one call',
    scriptTtl: 'Keep unused answers for',
    maxFileBytes: 'Largest book',
    readChunkBytes: 'Read at a time',
    maxReadSeconds: 'Time to read',
    maxEntries: 'Files inside',
    maxUnpackedBytes: 'Unpacked size',
    maxEntryBytes: 'Largest file inside',
    maxExpansion: 'Growth when unpacked',
    maxPages: 'Pages of a PDF',
    maxNesting: 'Depth of nesting',
    maxCoverBytes: 'Largest cover',
    memoryCheck: 'Measurement',
    memorySoftLimit: 'Memory soft limit',
    keys: 'Keys',
    notifications: 'Notifications',
    keepAwake: 'Stay awake at work',
    updates: 'New versions',
    metricsPort: 'Figures for programs',
    slowOperation: 'What counts as slow',
    logLevel: 'Log',
    alertListSeconds: 'Slow lists',
    alertImportSeconds: 'Slow reading',
    alertSpeechSeconds: 'Slow speech',
    alertCoreMemory: 'Memory of the main process',
    alertFailures: 'Failed segments',
    alertManyFailures: 'Many failed segments',
    alertHitRate: 'Lost takes',
    alertLeak: 'Growing memory',
    alertDisk: 'Free space',
    alertEventLoopMs: 'Waiting for the main process',
    alertRestingCpu: 'Work at rest',
  } satisfies Record<SettingName, string> as Record<string, string>,
  apart: {
    alerts: {
      name: 'When the studio warns of itself',
      text: 'What goes beyond these is told in the last line of the studio, in the log and to whoever watches over it.',
    },
    limits: {
      name: 'Safety limits for books',
      text: 'What goes beyond these is refused, for it may be made to do harm. Raise one for a book that you trust.',
    },
  },
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
  diagnostics: {
    text: 'For a report of trouble: versions, settings, figures and the log, in a file that you send yourself. No texts, titles, paths, addresses or keys are in it.',
    save: 'Save a report of trouble…',
    file: 'lectern-diagnostics.zip',
    saved: (file: string): string => `${file} is ready.`,
  },
  version: 'Version',
  dataFolder: 'Data folder',
}
