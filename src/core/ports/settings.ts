// Where settings rest.
import type { SettingValue } from '../../contract/index.ts'

export type SettingsStore = {
  read(): Promise<SettingValue[]>
  /** Fails with `setting-invalid`. */
  change(name: string, value: number | boolean | string): Promise<SettingValue>
}
