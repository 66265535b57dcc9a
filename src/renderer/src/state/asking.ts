// What a model's work stands still for, and what a person can do about it.
import type { Failure, FailureCode } from '../../../contract/index.ts'

export type AskingCure = 'try-now' | 'go-on' | 'change-model' | 'raise-budget'

const cures: Partial<Record<FailureCode, readonly AskingCure[]>> = {
  'key-refused': ['change-model', 'go-on'],
  'quota-spent': ['go-on', 'change-model'],
  'model-gone': ['change-model', 'go-on'],
  'model-unusable': ['change-model', 'go-on'],
  'model-timeout': ['try-now', 'change-model'],
  'no-language-model': ['change-model', 'go-on'],
  'no-transcriber': ['change-model', 'go-on'],
  'address-refused': ['change-model', 'go-on'],
  'server-unreachable': ['try-now', 'change-model'],
  'server-failed': ['try-now', 'change-model'],
  'server-refused': ['change-model', 'go-on'],
  'server-busy': ['try-now'],
  'budget-spent': ['go-on', 'raise-budget'],
  'resume-costs': ['go-on'],
}

/** Best first; never empty, for going on is always possible. */
export const askingCuresOf = ({ code }: Failure): readonly AskingCure[] => cures[code] ?? ['go-on']
