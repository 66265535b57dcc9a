import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileNameOf, folderNameOf, safeFileName } from '../../src/contract/index.ts'

describe('a file name from the page', () => {
  test.each([
    ['Emma.epub', 'Emma.epub'],
    ['/etc/passwd', 'passwd'],
    ['C:\\Books\\Emma.epub', 'Emma.epub'],
    ['a/..', 'book'],
    ['..', 'book'],
    ['.hidden', 'hidden'],
    ['', 'book'],
    ['con.txt', '_con.txt'],
    ['What? "No": <1>|*.m4b', 'What_ _No__ _1___.m4b'],
    ['dots... ', 'dots'],
  ])('%j becomes %j', (raw, expected) => {
    expect(safeFileName(raw)).toBe(expected)
  })

  test('always fits a file system and stays in its folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (raw) => {
        const name = safeFileName(raw)
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200)
        expect(name).not.toMatch(/[/\\\0]|^\.|^$/)
      }),
    )
  })

  test('a long one keeps its ending', () => {
    expect(safeFileName(`${'ö'.repeat(300)}.epub`)).toMatch(/ö\.epub$/)
  })
})

describe('a name made of a title', () => {
  test('keeps what only looks like a path', () => {
    expect(fileNameOf('AC/DC: A Life', 'm4b')).toBe('AC_DC_ A Life.m4b')
    expect(folderNameOf('Either/Or')).toBe('Either_Or')
    expect(fileNameOf('Mr. Norris', 'mp3')).toBe('Mr. Norris.mp3')
  })

  test('has its ending even where nothing else is left of the title', () => {
    expect(fileNameOf('', 'wav')).toBe('book.wav')
    expect(fileNameOf('...', 'm4b')).toBe('book.m4b')
    expect(fileNameOf('NUL', 'mp3')).toBe('_NUL.mp3')
  })

  test('has one dot before its ending, and none at its end', () => {
    expect(fileNameOf('01 First words.', 'mp3')).toBe('01 First words.mp3')
    expect(folderNameOf(`${'a'.repeat(199)} b`)).toBe('a'.repeat(199))
  })

  test('is read in one direction', () => {
    expect(fileNameOf('A \u202e3pm.exe\u2066', 'mp3')).toBe('A 3pm.exe.mp3')
    expect(fileNameOf('שלום 👨‍👩‍👧', 'mp3')).toBe('שלום 👨‍👩‍👧.mp3')
  })
})
