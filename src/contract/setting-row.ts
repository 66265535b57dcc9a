// One row of the table of settings.

/** `keys`: bindings as JSON text (key-bindings.ts); the screen has a section of its own for them. */
export type SettingUnit = 'count' | 'bytes' | 'seconds' | 'switch' | 'word' | 'keys'

export type SettingRow = {
  name: string
  unit: SettingUnit
  /** For numbers: inclusive. For words: the closed list. */
  range: { min: number; max: number } | { words: readonly string[] } | null
  default: number | boolean | string
  environment: string
  /** A variable of the environment without which a value other than the default has no effect. */
  needs?: string
  /** What it does, in one sentence for people. */
  sentence: string
  /** Whether it takes effect only at the next start. */
  atStart: boolean
  /** Shown apart, for hardly anybody needs it: limits keep the studio safe from hostile books, alerts say when it warns. */
  apart?: 'limits' | 'alerts'
}

export const MiB = 1024 ** 2
export const GiB = 1024 ** 3
