// The settings, as one table: the screen, the validation, `doctor` and the README come from it.
import { z } from 'zod'
import { readKeyBindings } from './key-bindings.ts'
import { faceSettings } from './face-settings.ts'
import { speechSettings } from './speech-settings.ts'
import { readingSettings } from './reading-settings.ts'
import { scriptSettings } from './script-settings.ts'
import { watchSettings } from './watch-settings.ts'
import type { SettingRow } from './setting-row.ts'

/** Adding a setting is adding a row to one of its tables, and reading it where it acts. */
export const settingRows = [
  ...faceSettings,
  ...speechSettings,
  ...scriptSettings,
  ...readingSettings,
  ...watchSettings,
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
  /** A variable of the environment that is not set, for which reason the value has no effect. */
  lacks: z.string().optional(),
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
