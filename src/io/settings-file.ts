// Settings: the environment first, then what was saved, then the table's defaults.
import { parseSetting, settingRows, type Settings, type SettingValue } from '../contract/index.ts'
import type { SettingRow } from '../contract/setting-row.ts'
import { fail } from '../core/base/failure-error.ts'
import type { SettingsStore } from '../core/ports/settings.ts'
import { environment } from './environment.ts'
import { openJsonFile } from './json-file.ts'

type Saved = Record<string, number | boolean | string>

const openSaved = (path: string) =>
  openJsonFile<Saved>(path, (found) =>
    typeof found === 'object' && found !== null ? (found as Saved) : {},
  )

function valueOf(row: SettingRow, saved: Saved): SettingValue {
  const found = sourceOf(row, saved)
  const lacks = found.value !== row.default && row.needs && environment(row.needs) === null
  return { name: row.name, ...found, ...(lacks ? { lacks: row.needs } : {}) }
}

function sourceOf(row: SettingRow, saved: Saved): Pick<SettingValue, 'value' | 'source'> {
  const fromEnvironment = environment(row.environment)
  if (fromEnvironment !== null) {
    const value = parseSetting(row, fromEnvironment)
    if (value === null)
      throw fail('setting-invalid', { name: row.environment, value: fromEnvironment })
    return { value, source: 'environment' }
  }
  const value = row.name in saved ? parseSetting(row, saved[row.name]) : null
  return value === null ? { value: row.default, source: 'default' } : { value, source: 'saved' }
}

/** The settings in force before a studio is open. Fails with `setting-invalid`. */
export function settingsInForce(path: string): Settings {
  return toSettings(openSaved(path).read())
}

const toSettings = (saved: Saved): Settings =>
  Object.fromEntries(settingRows.map((row) => [row.name, valueOf(row, saved).value])) as Settings

/**
 * Saved as one JSON file, one change after the other. What was saved of those `leftAside` has no force until it
 * is changed.
 */
export function openSettings(
  path: string,
  leftAside: readonly SettingRow[] = [],
): SettingsStore & { inForce(): Settings } {
  const saved = openSaved(path)
  const aside = new Set(leftAside.map(({ name }) => name))
  const read = (): Saved =>
    Object.fromEntries(Object.entries(saved.read()).filter(([name]) => !aside.has(name)))
  return {
    inForce: () => toSettings(read()),
    read: async () => settingRows.map((row) => valueOf(row, read())),
    async change(name, value) {
      const row = settingRows.find((candidate) => candidate.name === name)
      const parsed = row ? parseSetting(row, value) : null
      if (!row || parsed === null || environment(row.environment) !== null)
        throw fail('setting-invalid', { name, value: String(value) })
      const changed = await saved.change((now) => ({ ...now, [name]: parsed }))
      aside.delete(name)
      return valueOf(row, changed)
    },
  }
}
