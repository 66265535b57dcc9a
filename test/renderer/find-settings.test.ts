// What the search of the settings finds, in the language that is shown.
import { describe, expect, it } from 'vitest'
import { settingRows, type SettingValue } from '../../src/contract/index.ts'
import { englishFace } from '../../src/contract/messages/english-face.ts'
import { germanFace } from '../../src/contract/messages/german-face.ts'
import { findSettings, valueWords } from '../../src/renderer/src/state/find-settings.ts'

const values = new Map<string, SettingValue>(
  settingRows.map(({ name, default: value }) => [name, { name, value, source: 'default' }]),
)
const find = (query: string, { settings } = englishFace) =>
  findSettings(settingRows, values, query, settings).map(({ name }) => name)

describe('the search of the settings', () => {
  it('finds all of them for nothing, and none for nonsense', () => {
    expect(find('')).toHaveLength(settingRows.length)
    expect(find('  ')).toHaveLength(settingRows.length)
    expect(find('xyzzy')).toEqual([])
  })

  it('finds a row by its name, its sentence, its variable and its value', () => {
    expect(find('text size')).toEqual(['textSize'])
    expect(find('soft memory')).toEqual(['memorySoftLimit'])
    expect(find('lectern_take_ttl')).toEqual(['takeTtl'])
    expect(find('LECTERN CACHE SWEEP')).toEqual(['cacheSweep'])
    expect(find('20 gb')).toEqual(['cacheMaxBytes'])
    expect(find('log the usual')).toEqual(['logLevel'])
  })

  it('follows a value that was changed', () => {
    const changed = new Map(values).set('theme', { name: 'theme', value: 'dark', source: 'saved' })
    const found = findSettings(settingRows, changed, 'colours dark', englishFace.settings)
    expect(found.map(({ name }) => name)).toEqual(['theme'])
  })

  it('searches what is shown in German, with or without its dots', () => {
    expect(find('textgröße', germanFace)).toEqual(['textSize'])
    expect(find('textgro', germanFace)).toEqual(['textSize'])
    expect(find('aufnahmen wiederverwenden', germanFace)).toEqual(['cache'])
    expect(find('an aufnahmen', germanFace)).toContain('cache')
    expect(find('largest', germanFace)).toEqual([])
  })
})

describe('values in words', () => {
  const shown = (name: string, value: SettingValue['value'], { settings } = englishFace) => {
    const row = settingRows.find((one) => one.name === name)
    if (row === undefined) throw new Error(name)
    return valueWords(row, value, settings)
  }
  it('are numbers with their units, words and switches', () => {
    expect(shown('maxPages', 10_000)).toBe('10,000 pages')
    expect(shown('maxPages', 10_000, germanFace)).toBe('10.000 Seiten')
    expect(shown('takeTtl', 30 * 86_400, germanFace)).toBe('30 Tage')
    expect(shown('cache', false, germanFace)).toBe('Aus')
    expect(shown('theme', 'dark')).toBe('Dark')
  })
})
