// Where settings rest.
import type { SettingValue } from '../../contract/index.ts'

export type SettingsStore = {
  /** Every setting there is, with its default where nothing else is said. */
  read(): Promise<SettingValue[]>
  /** Fails with `setting-invalid`. */
  change(name: string, value: number | boolean | string): Promise<SettingValue>
}
