import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DictionaryEntry } from '../../../src/contract/index.ts'
import { readDictionaryCsv, writeDictionaryCsv } from '../../../src/core/segment/dictionary-csv.ts'

const read = (csv: string) => {
  let id = 0
  return readDictionaryCsv(csv, () => `id${id++}`)
}
const brief = (csv: string) => read(csv).entries.map(({ word, say }) => `${word} → ${say}`)
const usual = { isCaseSensitive: false, isWholeWord: true, language: null }

describe('a dictionary as a table', () => {
  test('comes back as it was written, whatever stands in it', () => {
    const cell = fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
        fc.constantFrom(
          'a "quoted", word',
          '=1+1',
          '-ing',
          '@x',
          "'=x",
          "'tis",
          "''=",
          'a;b',
          '+1',
        ),
        fc.constantFrom('two\nlines', 'two\r\nlines', '"', 'word', 'a\tb', "'", '|'),
      )
      .map((text) => text.normalize('NFC').trim())
      .filter((text) => text !== '' && text.length <= 200)
    const entry = fc.record(
      {
        word: cell,
        say: cell,
        ipa: cell.filter((text) => !/^\/.*\/$/s.test(text)),
        isCaseSensitive: fc.boolean(),
        isWholeWord: fc.boolean(),
        language: fc.constantFrom('de', 'en', 'gsw', null),
      },
      { requiredKeys: ['word', 'say', 'isCaseSensitive', 'isWholeWord', 'language'] },
    )
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        const whole = entries.map((one, at): DictionaryEntry => ({ id: `id${at}`, ...one }))
        expect(read(writeDictionaryCsv(whole))).toEqual({ entries: whole, wrong: [] })
      }),
    )
  })

  test('keeps a spreadsheet from taking a word for a formula', () =>
    expect(writeDictionaryCsv([{ id: 'a', word: '=HYPERLINK("x")', say: '+1', ...usual }])).toMatch(
      /^"?'=HYPERLINK.*,"?'\+1/m,
    ))

  test('has composed letters, as books have them', () =>
    expect(brief('Cafe\u0301,Kaffe\u0301')).toEqual(['Caf\u00E9 → Kaff\u00E9']))

  test.each([
    ['with a mark of byte order', '\uFEFFword,say\r\nlead,led\r\n'],
    ['with semicolons, as Excel writes it in German', 'word;say;ipa\r\nlead;led;\r\n'],
    ['with tabs', 'word\tsay\nlead\tled'],
    ['that says its separator first', 'sep=;\r\nword;say\r\nlead;led\r\n'],
    ['without a head', 'lead,led'],
    ['without a head, with semicolons', 'lead;led'],
    ['without a head, with semicolons and ends of lines', 'lead;led\r\n'],
    ['without a head, with tabs', 'lead\tled\n'],
    ['with its columns in another order', 'Language, Say ,WORD\n,led,lead\n'],
    ['with columns that nobody knows', 'note,word,say\nx,lead,led'],
    ['with white space and empty lines', '\n word , say \n\n lead , led \n\n'],
    ['with quotes', '"word","say"\n"lead","led"'],
  ])('is read %s', (_, csv) => {
    expect(read(csv)).toEqual({
      entries: [{ id: 'id0', word: 'lead', say: 'led', ...usual }],
      wrong: [],
    })
  })

  test('is read with commas in words that are parted by semicolons', () =>
    expect(brief('word;say\nso, then;soden\nwell, well;welwel\n')).toEqual([
      'so, then → soden',
      'well, well → welwel',
    ]))

  test('is read without a head where commas stand in words that are parted by semicolons', () =>
    expect(brief('St. John, the;Sinjun\nCholmondeley;Chumley\n')).toEqual([
      'St. John, the → Sinjun',
      'Cholmondeley → Chumley',
    ]))

  test('takes a first line with words for words', () =>
    expect(brief('word,wurd\nsay,zay')).toEqual(['word → wurd', 'say → zay']))

  test('says yes and no as people do', () => {
    const csv = 'word,say,case,whole\na,b,JA,nein\nc,d,x,\ne,f,WAHR,FALSCH\ng,h,no,1'
    expect(read(csv).entries.map((entry) => [entry.isCaseSensitive, entry.isWholeWord])).toEqual([
      [true, false],
      [true, true],
      [true, false],
      [false, true],
    ])
  })

  test('has the word itself where phonemes stand alone, without their slashes', () =>
    expect(read('word,say,ipa\ntomato,,/təˈmɑːtəʊ/').entries).toEqual([
      { id: 'id0', word: 'tomato', say: 'tomato', ipa: 'təˈmɑːtəʊ', ...usual },
    ]))

  test('has the first part of a language', () =>
    expect(read('word,say,language\na,b,de-AT\nc,d,EN').entries.map((one) => one.language)).toEqual(
      ['de', 'en'],
    ))

  test('tells which lines are no entries', () =>
    expect(read('word,say\na,b\n,x\nc\nd,e\nf,g,,,,Klingon').wrong).toEqual([3, 4]))

  test('says that a language nobody knows is wrong', () =>
    expect(read('word,say,language\na,b,Klingon').wrong).toEqual([2]))

  test('is empty where nothing is', () => expect(read('')).toEqual({ entries: [], wrong: [] }))
})
