// Which settings speak of what a person looks for, and how their values read.
import type { SettingRow } from '../../../contract/setting-row.ts'
import type { SettingValue } from '../../../contract/settings.ts'
import type { FaceWords } from '../../../contract/messages/english-face.ts'
import { shownUnit, toShown } from './settings.ts'
import { textSearch } from './text-search.ts'

type SettingsWords = FaceWords['settings']

/** The value as people read it: `20 GB`, `Dark`, `On`. */
export function valueWords(
  row: SettingRow,
  value: SettingValue['value'],
  words: SettingsWords,
): string {
  if (typeof value === 'boolean') return value ? words.switched.on : words.switched.off
  if (typeof value === 'string') return words.choices[row.name]?.[value] ?? value
  const unit = shownUnit(row, value)
  const counted = words.counted[row.name]
  const quantity = words.quantity(toShown(value, unit), unit)
  return counted === undefined ? quantity : `${quantity} ${counted}`
}

/**
 * The rows in whose name, sentence, environment name or value each word of the query stands, in the
 * language of `words`; all of them for an empty one.
 */
export function findSettings(
  rows: readonly SettingRow[],
  values: ReadonlyMap<string, SettingValue>,
  query: string,
  words: SettingsWords,
): SettingRow[] {
  const fits = textSearch(query)
  return rows.filter((row) => {
    const value = values.get(row.name)?.value ?? row.default
    return fits(
      [
        words.names[row.name] ?? row.name,
        words.sentences[row.name] ?? row.sentence,
        row.environment,
        valueWords(row, value, words),
        String(value),
      ].join('\n'),
    )
  })
}
