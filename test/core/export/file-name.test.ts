// Names that every system takes.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileName } from '../../../src/core/export/file-name.ts'

describe('the name of a finished file', () => {
  test.each([
    [
      'Frankenstein; Or, The Modern Prometheus',
      ['Mary Shelley'],
      'Frankenstein; Or, The Modern Prometheus - Mary Shelley.m4b',
    ],
    ['Dune: Messiah', ['Frank Herbert'], 'Dune - Messiah - Frank Herbert.m4b'],
    ['AC/DC\\Live', [], 'AC-DC-Live.m4b'],
    ['What?! <Really> *yes*', [], 'What! Really yes.m4b'],
    ['"Quoted"', [], "'Quoted'.m4b"],
    ['...and so on...', [], 'and so on.m4b'],
    ['CON', [], '_CON.m4b'],
    ['lpt1.x', [], '_lpt1.x.m4b'],
    ['Console', [], 'Console.m4b'],
    ['', [], 'Audiobook.m4b'],
    ['???', ['  '], 'Audiobook.m4b'],
    ['Two\nlines\tand\u0000more', ['A', 'B'], 'Two lines and more - A, B.m4b'],
    ['Reversed \u202egnp.exe', [], 'Reversed gnp.exe.m4b'],
    ['Die Verwandlung', ['Franz Kafka'], 'Die Verwandlung - Franz Kafka.m4b'],
    ['👩\u200d🚀 三体', [], '👩\u200d🚀 三体.m4b'],
  ])('%j by %j', (title, authors, name) => {
    expect(fileName(title, authors, 'm4b')).toBe(name)
  })

  test('is cut between characters, and loses the authors before the title', () => {
    const name = fileName('三'.repeat(100), ['An Author'], 'wav')
    expect(name).toBe(`${'三'.repeat(58)}.wav`)
    expect(fileName('A title', ['B'.repeat(300)], 'wav')).toBe('A title.wav')
  })

  test('is good on Windows, macOS and Linux whatever the book says', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), (title, authors) => {
        const name = fileName(title, authors, 'm4b')
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(180)
        // eslint-disable-next-line no-control-regex -- they must be gone
        expect(name).not.toMatch(/[\u0000-\u001f\u007f<>:"/\\|?*\ufffd]/)
        expect(name).toMatch(/^[^\s.].*[^\s.]\.m4b$|^[^\s.]\.m4b$/u)
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i)
      }),
    )
  })
})
