// Settings: the environment first, then what was saved, then the table's defaults.
import { readFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { parseSetting, settingRows, type Settings, type SettingValue } from '../contract/index.ts'
import { fail } from '../core/base/failure-error.ts'
import type { SettingsStore } from '../core/ports/settings.ts'
import { environment } from './environment.ts'

type Saved = Record<string, number | boolean | string>

function readSaved(path: string): Saved {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof parsed === 'object' && parsed !== null ? (parsed as Saved) : {}
  } catch {
    return {}
  }
}

function valueOf(row: (typeof settingRows)[number], saved: Saved): SettingValue {
  const fromEnvironment = environment(row.environment)
  if (fromEnvironment !== null) {
    const value = parseSetting(row, fromEnvironment)
    if (value === null)
      throw fail('setting-invalid', { name: row.environment, value: fromEnvironment })
    return { name: row.name, value, source: 'environment' }
  }
  const value = row.name in saved ? parseSetting(row, saved[row.name]) : null
  return value === null
    ? { name: row.name, value: row.default, source: 'default' }
    : { name: row.name, value, source: 'saved' }
}

/** The settings in force before a studio is open. Fails with `setting-invalid`. */
export function settingsInForce(path: string): Settings {
  return toSettings(readSaved(path))
}

const toSettings = (saved: Saved): Settings =>
  Object.fromEntries(settingRows.map((row) => [row.name, valueOf(row, saved).value])) as Settings

/** Saved as one JSON file, written beside and renamed, one change after the other. */
export function openSettings(path: string): SettingsStore & { inForce(): Settings } {
  let saved = readSaved(path)
  let writing = Promise.resolve()

  const write = async (next: Saved) => {
    const file = await open(`${path}.new`, 'w')
    try {
      await file.writeFile(`${JSON.stringify(next, null, 2)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(`${path}.new`, path)
    saved = next
  }
  return {
    inForce: () => toSettings(saved),
    read: async () => settingRows.map((row) => valueOf(row, saved)),
    async change(name, value) {
      const row = settingRows.find((candidate) => candidate.name === name)
      const parsed = row ? parseSetting(row, value) : null
      if (!row || parsed === null || environment(row.environment) !== null)
        throw fail('setting-invalid', { name, value: String(value) })
      const change = () => write({ ...saved, [name]: parsed })
      writing = writing.then(change, change)
      await writing
      return valueOf(row, saved)
    },
  }
}
