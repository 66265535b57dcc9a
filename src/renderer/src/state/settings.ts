// Mirrors the settings' values, and turns them into numbers a person can write.
import type { SettingRow } from '../../../contract/setting-row.ts'
import type { SettingValue } from '../../../contract/settings.ts'
import type { Connection } from '../client/connection.ts'
import { readOnOpen } from '../client/read-on-open.ts'
import { createStore, type Readable } from '../client/store.ts'

export type SettingValues = ReadonlyMap<string, SettingValue>

export function mirrorSettings(connection: Connection): Readable<SettingValues> {
  const store = createStore<SettingValues>(new Map())
  connection.on('settings.changed', ({ setting }) =>
    store.update((values) => new Map(values).set(setting.name, setting)),
  )
  const events = ['settings.changed'] as const
  readOnOpen(connection, { name: 'settings.read', args: {}, events }, (reply) => {
    if (reply.ok) store.set(new Map(reply.value.settings.map((setting) => [setting.name, setting])))
  })
  return store
}

export type ShownUnit = 'count' | 'kB' | 'MB' | 'GB' | 'seconds' | 'minutes' | 'days'

const factors: Record<ShownUnit, number> = {
  count: 1,
  kB: 1024,
  MB: 1024 ** 2,
  GB: 1024 ** 3,
  seconds: 1,
  minutes: 60,
  days: 86_400,
}

/** The largest unit that shows the value without a fraction, so that 1536 MB does not become 1.5 GB. */
export function shownUnit(row: SettingRow, value: number): ShownUnit {
  const units: ShownUnit[] =
    row.unit === 'bytes' ? ['GB', 'MB'] : row.unit === 'seconds' ? ['days', 'minutes'] : []
  const smallest = row.unit === 'bytes' ? 'kB' : row.unit === 'seconds' ? 'seconds' : 'count'
  // Two minutes are better read as 120 seconds, where the range begins at seconds.
  const fits = (unit: ShownUnit) =>
    value % factors[unit] === 0 && value >= factors[unit] * minimum[unit]
  return units.find(fits) ?? smallest
}
const minimum: Record<ShownUnit, number> = {
  count: 0,
  kB: 0,
  MB: 1,
  GB: 1,
  seconds: 0,
  minutes: 10,
  days: 1,
}

export const toShown = (value: number, unit: ShownUnit): number =>
  Math.round((value / factors[unit]) * 1000) / 1000

/** What was written, in the setting's own unit; null when it is no number. */
export function fromShown(written: string, unit: ShownUnit): number | null {
  const number = Number(written.trim().replace(',', '.'))
  return written.trim() === '' || !Number.isFinite(number)
    ? null
    : Math.round(number * factors[unit])
}
