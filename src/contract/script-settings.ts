// The settings of the script.
import type { SettingRow } from './setting-row.ts'

export const scriptSettings = [
  {
    name: 'scriptConcurrency',
    unit: 'count',
    range: { min: 1, max: 32 },
    default: 3,
    environment: 'LECTERN_SCRIPT_CONCURRENCY',
    sentence: 'How many calls the language model answers at once, at most.',
    atStart: false,
  },
  {
    name: 'scriptBatch',
    unit: 'count',
    range: { min: 1, max: 100 },
    default: 10,
    environment: 'LECTERN_SCRIPT_BATCH',
    sentence: 'How many segments one call to the language model asks about, at most.',
    atStart: false,
  },
  {
    name: 'scriptTtl',
    unit: 'seconds',
    range: { min: 86_400, max: 3650 * 86_400 },
    default: 30 * 86_400,
    environment: 'LECTERN_SCRIPT_TTL',
    sentence: 'How long answers of the language model are kept that nothing uses.',
    atStart: false,
  },
] as const satisfies readonly SettingRow[]
