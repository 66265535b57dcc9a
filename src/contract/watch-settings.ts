// The settings of how the studio watches over itself, and tells of it.
import { GiB, MiB, type SettingRow } from './setting-row.ts'

export const watchSettings = [
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
    name: 'logLevel',
    unit: 'word',
    range: { words: ['error', 'warn', 'info', 'debug'] },
    default: 'info',
    environment: 'LECTERN_LOG_LEVEL',
    sentence: 'How much the log tells.',
    atStart: true,
  },
] as const satisfies readonly SettingRow[]
