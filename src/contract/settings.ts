// The settings, as one table: the screen, the validation, `doctor` and the README come from it.
import { z } from 'zod'
import { readKeyBindings } from './key-bindings.ts'

/** `keys`: bindings as JSON text (key-bindings.ts); the screen has a section of its own for them. */
export type SettingUnit = 'count' | 'bytes' | 'seconds' | 'switch' | 'word' | 'keys'

export type SettingRow = {
  name: string
  unit: SettingUnit
  /** For numbers: inclusive. For words: the closed list. */
  range: { min: number; max: number } | { words: readonly string[] } | null
  default: number | boolean | string
  environment: string
  /** What it does, in one sentence for people. */
  sentence: string
  /** Whether it takes effect only at the next start. */
  atStart: boolean
  /** Keeps the studio safe from hostile books: shown apart, for hardly anybody needs it. */
  isLimit?: true
}

const MiB = 1024 ** 2
const GiB = 1024 ** 3

/** Adding a setting is adding a row here, and reading it where it acts. */
export const settingRows = [
  {
    name: 'language',
    unit: 'word',
    range: { words: ['system', 'en', 'de'] },
    default: 'system',
    environment: 'LECTERN_LANGUAGE',
    sentence: 'The studio’s language, not a book’s; system: the first of yours that Lectern knows.',
    atStart: false,
  },
  {
    name: 'theme',
    unit: 'word',
    range: { words: ['system', 'light', 'dark'] },
    default: 'system',
    environment: 'LECTERN_THEME',
    sentence: 'The colours of the studio; system: light or dark, as the system is.',
    atStart: false,
  },
  {
    name: 'textSize',
    unit: 'word',
    range: { words: ['small', 'normal', 'large', 'largest'] },
    default: 'normal',
    environment: 'LECTERN_TEXT_SIZE',
    sentence: 'How large the studio’s text is, and all that grows with it.',
    atStart: false,
  },
  {
    name: 'motion',
    unit: 'word',
    range: { words: ['system', 'reduced'] },
    default: 'system',
    environment: 'LECTERN_MOTION',
    sentence: 'Whether things move on the screen; system: as the system says.',
    atStart: false,
  },
  {
    name: 'speechConcurrency',
    unit: 'count',
    range: { min: 0, max: 64 },
    default: 5,
    environment: 'LECTERN_SPEECH_CONCURRENCY',
    sentence:
      'How many segments a speech server speaks at once; 0 finds the best number by itself.',
    atStart: false,
  },
  {
    name: 'workers',
    unit: 'count',
    range: { min: 0, max: 32 },
    default: 0,
    environment: 'LECTERN_WORKERS',
    sentence: 'Lanes of the embedded voices and encoders; 0 means one for each core, at most 4.',
    atStart: true,
  },
  {
    name: 'cache',
    unit: 'switch',
    range: null,
    default: true,
    environment: 'LECTERN_CACHE',
    sentence: 'Use takes again; off: narrating speaks everything anew, which undo takes back.',
    atStart: false,
  },
  {
    name: 'cacheMaxBytes',
    unit: 'bytes',
    range: { min: 64 * MiB, max: 4096 * GiB },
    default: 20 * GiB,
    environment: 'LECTERN_CACHE_MAX_BYTES',
    sentence: 'How large the cache may grow; takes that a project uses are never dropped.',
    atStart: false,
  },
  {
    name: 'takeTtl',
    unit: 'seconds',
    range: { min: 60, max: 3650 * 86_400 },
    default: 30 * 86_400,
    environment: 'LECTERN_TAKE_TTL',
    sentence: 'How long is kept what nothing uses: takes of no project, encoded sound, previews.',
    atStart: false,
  },
  {
    name: 'cacheSweep',
    unit: 'seconds',
    range: { min: 1, max: 86_400 },
    default: 60,
    environment: 'LECTERN_CACHE_SWEEP',
    sentence: 'How often the cache drops what is too old or too much.',
    atStart: true,
  },
  {
    name: 'callTimeout',
    unit: 'seconds',
    range: { min: 1, max: 3600 },
    default: 120,
    environment: 'LECTERN_CALL_TIMEOUT',
    sentence: 'How long one segment may take to be spoken before it is tried again.',
    atStart: false,
  },
  {
    name: 'maxFileBytes',
    unit: 'bytes',
    range: { min: 1024, max: 64 * GiB },
    default: 2 * GiB,
    environment: 'LECTERN_MAX_FILE_BYTES',
    sentence: 'The largest book file that is opened.',
    atStart: false,
  },
  {
    name: 'readChunkBytes',
    unit: 'bytes',
    range: { min: 4096, max: 16 * MiB },
    default: 256 * 1024,
    environment: 'LECTERN_READ_CHUNK_BYTES',
    sentence: 'How much of a file is read at a time.',
    atStart: false,
  },
  {
    name: 'maxReadSeconds',
    unit: 'seconds',
    range: { min: 5, max: 86_400 },
    default: 1800,
    environment: 'LECTERN_MAX_READ_SECONDS',
    sentence: 'How long a book may take to be read.',
    atStart: false,
    isLimit: true,
  },
  {
    name: 'maxEntries',
    unit: 'count',
    range: { min: 10, max: 1_000_000 },
    default: 20_000,
    environment: 'LECTERN_MAX_ENTRIES',
    sentence: 'How many files a book may have inside.',
    atStart: false,
    isLimit: true,
  },
  {
    name: 'maxUnpackedBytes',
    unit: 'bytes',
    range: { min: MiB, max: 64 * GiB },
    default: 4 * GiB,
    environment: 'LECTERN_MAX_UNPACKED_BYTES',
    sentence: 'How large all files of a book may be, unpacked.',
    atStart: false,
    isLimit: true,
  },
  {
    name: 'maxEntryBytes',
    unit: 'bytes',
    range: { min: MiB, max: GiB },
    default: 96 * MiB,
    environment: 'LECTERN_MAX_ENTRY_BYTES',
    sentence: 'How large one file of a book may be, unpacked.',
    atStart: false,
    isLimit: true,
  },
  {
    name: 'maxExpansion',
    unit: 'count',
    range: { min: 10, max: 2000 },
    default: 200,
    environment: 'LECTERN_MAX_EXPANSION',
    sentence: 'How many times larger a large file of a book may become when it is unpacked.',
    atStart: false,
    isLimit: true,
  },
  {
    name: 'maxPages',
    unit: 'count',
    range: { min: 10, max: 1_000_000 },
    default: 10_000,
    environment: 'LECTERN_MAX_PAGES',
    sentence: 'How many pages a PDF may have.',
    atStart: false,
    isLimit: true,
  },
  {
    name: 'maxNesting',
    unit: 'count',
    range: { min: 50, max: 10_000 },
    default: 1000,
    environment: 'LECTERN_MAX_NESTING',
    sentence: 'How deep elements of a book’s text may stand inside each other.',
    atStart: false,
    isLimit: true,
  },
  {
    name: 'maxCoverBytes',
    unit: 'bytes',
    range: { min: 64 * 1024, max: 96 * MiB },
    default: 24 * MiB,
    environment: 'LECTERN_MAX_COVER_BYTES',
    sentence: 'How large the picture of a cover may be; a book with a larger one comes without it.',
    atStart: false,
    isLimit: true,
  },
  {
    name: 'memoryCheck',
    unit: 'seconds',
    range: { min: 1, max: 60 },
    default: 1,
    environment: 'LECTERN_MEMORY_CHECK',
    sentence: 'How often memory and speed are measured.',
    atStart: true,
  },
  {
    name: 'memorySoftLimit',
    unit: 'bytes',
    range: { min: 64 * MiB, max: 1024 * GiB },
    default: 1536 * MiB,
    environment: 'LECTERN_MEMORY_SOFT_LIMIT',
    sentence:
      'Above this much memory fewer segments are spoken at once, until it has fallen again.',
    atStart: false,
  },
  {
    name: 'keys',
    unit: 'keys',
    range: null,
    default: '{}',
    environment: 'LECTERN_KEYS',
    sentence: 'Keys that differ from the usual ones, by deed, as JSON.',
    atStart: false,
  },
  {
    name: 'notifications',
    unit: 'switch',
    range: null,
    default: true,
    environment: 'LECTERN_NOTIFICATIONS',
    sentence: 'Tell by a notification of the system what has ended while nobody looked at Lectern.',
    atStart: false,
  },
  {
    name: 'logLevel',
    unit: 'word',
    range: { words: ['error', 'warn', 'info', 'debug'] },
    default: 'info',
    environment: 'LECTERN_LOG_LEVEL',
    sentence: 'How much the log tells.',
    atStart: true,
  },
] as const satisfies readonly SettingRow[]

type Row = (typeof settingRows)[number]
type Widen<T> = T extends boolean
  ? boolean
  : T extends number
    ? number
    : T extends string
      ? string
      : never

export type SettingName = Row['name']
/** The settings in force. */
export type Settings = { [R in Row as R['name']]: Widen<R['default']> }

/** Where a value comes from; what the environment sets, the screen cannot change. */
export const SettingValue = z.object({
  name: z.string(),
  value: z.union([z.number(), z.boolean(), z.string()]),
  source: z.enum(['default', 'saved', 'environment']),
})
export type SettingValue = z.infer<typeof SettingValue>

/** The defaults of the table. */
export const defaultSettings = (): Settings =>
  Object.fromEntries(settingRows.map((row) => [row.name, row.default])) as Settings

/** The value as its row's type, or null when it is none. Words and numbers from outside come as strings. */
export function parseSetting(row: SettingRow, raw: unknown): number | boolean | string | null {
  if (row.unit === 'switch') {
    if (typeof raw === 'boolean') return raw
    const word = String(raw).toLowerCase()
    if (['1', 'true', 'on', 'yes'].includes(word)) return true
    return ['0', 'false', 'off', 'no'].includes(word) ? false : null
  }
  if (row.unit === 'word') {
    const allowed = row.range && 'words' in row.range ? row.range.words : []
    return typeof raw === 'string' && allowed.includes(raw) ? raw : null
  }
  if (row.unit === 'keys') {
    const bindings = typeof raw === 'string' ? readKeyBindings(raw) : null
    return bindings === null ? null : JSON.stringify(bindings)
  }
  const number =
    typeof raw === 'number' ? raw : /^\d+$/.test(String(raw).trim()) ? Number(raw) : NaN
  if (!Number.isInteger(number) || !row.range || !('min' in row.range)) return null
  return number >= row.range.min && number <= row.range.max ? number : null
}
