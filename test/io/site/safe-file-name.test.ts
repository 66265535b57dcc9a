import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeFileName } from '../../../src/io/site/safe-file-name.ts'

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
