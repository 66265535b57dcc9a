// The settings of speaking, and of keeping what was spoken.
import { GiB, MiB, type SettingRow } from './setting-row.ts'

export const speechSettings = [
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
    atStart: false,
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
] as const satisfies readonly SettingRow[]
