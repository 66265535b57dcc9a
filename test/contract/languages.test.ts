// Every language says everything: the same words, none empty, none left in English.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { englishCatalogue } from '../../src/contract/messages/english-catalogue.ts'
import { desktopWords } from '../../src/contract/messages/english-desktop.ts'
import { englishFarm } from '../../src/contract/messages/english-farm.ts'
import { englishScriptPanel } from '../../src/contract/messages/english-script-panel.ts'
import { englishUpdate } from '../../src/contract/messages/english-update.ts'
import { englishWrite } from '../../src/contract/messages/english-write.ts'
import { germanCatalogue } from '../../src/contract/messages/german-catalogue.ts'
import { germanDesktop } from '../../src/contract/messages/german-desktop.ts'
import { germanFarm } from '../../src/contract/messages/german-farm.ts'
import { germanScriptPanel } from '../../src/contract/messages/german-script-panel.ts'
import { germanUpdate } from '../../src/contract/messages/german-update.ts'
import { germanWrite } from '../../src/contract/messages/german-write.ts'
import { settingRows } from '../../src/contract/index.ts'
import { readSources } from '../architecture/read-sources.ts'
import { argumentsOf, nonsense, sentencesOf, wordsOf } from './said.ts'

/** Names, units and words that both languages have, beside figures, signs and single letters. */
const alike = new Set([
  'Original',
  'Indigo',
  'Magenta',
  ...['Lectern', 'English', 'Deutsch', 'Kitten', 'Kokoro', 'Matcha', 'Piper', 'Supertonic', 'VITS'],
  'CPU',
  ...['dB', 'Hz', 'kHz', 'kbit/s', 'LUFS', 'kB', 'MB', 'GB', 'ms', 'ms/s', 'RMS', 'Esc'],
  ...['MP3', 'M4A', 'FLAC', 'WAV', 'Opus', 'mono', 'p50', 'p95', 'p99'],
  ...['Name', 'Export', 'Server', 'System', 'Segment', 'segment', 'Budget', 'Pause', 'Podcast'],
  ...['Farm', 'Version'],
])

const isAlike = (sentence: string): boolean =>
  sentence
    .replaceAll(/given-\w+/g, ' ')
    .split(/[\s(),:·]+/)
    .every((word) => word.length <= 1 || alike.has(word) || /^[\d.,+×-]+$/.test(word))

// Beside the catalogues what is fetched with a dialog of its own, and what the desktop app says outside of the page.
const english = wordsOf({
  ...{ ...englishCatalogue, ...englishScriptPanel, write: englishWrite, desktop: desktopWords },
  ...{ update: englishUpdate, farm: englishFarm },
})
const german = wordsOf({
  ...{ ...germanCatalogue, ...germanScriptPanel, write: germanWrite, desktop: germanDesktop },
  ...{ update: germanUpdate, farm: germanFarm },
})
const pairs = [...english].flatMap(([path, word]) => {
  const other = german.get(path)
  if (other === undefined) return []
  const table = argumentsOf(path, word)
  const [inEnglish, inGerman] = [sentencesOf(word, table), sentencesOf(other, table)]
  return inEnglish.map((sentence, at) => ({ path, english: sentence, german: inGerman[at] ?? '' }))
})

describe('German', () => {
  it('has every word that English has, and no other', () => {
    expect(english.size).toBeGreaterThan(600)
    expect([...german.keys()].toSorted()).toEqual([...english.keys()].toSorted())
  })

  it('says something wherever English does, whatever is asked of it', () => {
    const silent = pairs.filter((pair) => (pair.english === '') !== (pair.german === ''))
    expect(silent).toEqual([])
    expect(pairs.filter((pair) => nonsense.test(pair.german))).toEqual([])
  })

  it('leaves nothing in English', () => {
    const left = pairs.filter((pair) => pair.english === pair.german && !isAlike(pair.german))
    expect(left.map(({ path, german: sentence }) => `${path}: ${sentence}`)).toEqual([])
  })

  it('sets German quotation marks', () => {
    const marks = pairs.filter((pair) => /"|“[^„”]*”/.test(pair.german))
    expect(marks.map(({ path, german: sentence }) => `${path}: ${sentence}`)).toEqual([])
  })

  it('words every setting and every choice', () => {
    for (const { face } of [englishCatalogue, germanCatalogue])
      for (const row of settingRows) {
        expect(face.settings.names).toHaveProperty(row.name)
        expect(face.settings.sentences).toHaveProperty(row.name)
        if (row.unit === 'word')
          expect(Object.keys(face.settings.choices[row.name] ?? {})).toEqual([...row.range.words])
      }
  })
})

describe('a language that is loaded when it is wanted', () => {
  it('imports nothing but itself: the page waits for it before anything of its own has run', () => {
    const isGerman = (path: string | null) => path?.startsWith('contract/messages/german') === true
    const sources = readSources(join(import.meta.dirname, '../../src')).filter(({ path }) =>
      isGerman(path),
    )
    expect(sources.length).toBeGreaterThan(10)
    const foreign = sources.flatMap(({ path, imports }) =>
      imports.filter((one) => !one.typeOnly && !isGerman(one.target)).map(() => path),
    )
    expect(foreign).toEqual([])
  })
})
