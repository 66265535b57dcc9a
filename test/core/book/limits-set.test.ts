// The limits of a book that a person may set: what they refuse, and what they let in.
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../src/contract/index.ts'
import { bookLimits } from '../../../src/core/book/limits.ts'
import { docxFile, para } from '../../fixtures/docx-file.ts'
import { epubFile } from '../../fixtures/epub-file.ts'
import { mobiFile } from '../../fixtures/mobi-file.ts'
import { odtFile } from '../../fixtures/odt-file.ts'
import { failureOfReading, linesOf, readAll } from '../../fixtures/read-all.ts'
import { plainPng } from '../../fixtures/small-book.ts'

const nest = (open: string, words: string, close: string) =>
  `${open.repeat(1500)}${words}${close.repeat(1500)}`
const divs = nest('<div>', '<p>Words.</p>', '</div>')
const picture = plainPng(8, 8, [1, 2, 3])
const base64 = picture.toString('base64')

const fb2 = (body: string, cover = '') =>
  '<FictionBook xmlns:l="http://www.w3.org/1999/xlink"><description><title-info>' +
  `<coverpage><image l:href="#c"/></coverpage></title-info></description><body>${body}</body>${cover}</FictionBook>`

describe('how deep elements may stand inside each other', () => {
  it.each<[string, string | Uint8Array]>([
    ['HTML', `<html><body>${divs}</body></html>`],
    ['EPUB', epubFile({ documents: [{ name: 'a.xhtml', body: divs }] })],
    [
      'EPUB without contents',
      epubFile({ documents: [{ name: 'a.xhtml', body: divs }], navigation: 'none' }),
    ],
    ['Kindle', mobiFile({ html: `<html><body>${divs}</body></html>` })],
    [
      'Word',
      docxFile({ body: nest('<w:sdt><w:sdtContent>', para('Words.'), '</w:sdtContent></w:sdt>') }),
    ],
    [
      'OpenDocument',
      odtFile({ body: nest('<text:section>', '<text:p>Words.</text:p>', '</text:section>') }),
    ],
    ['FictionBook', fb2(nest('<section>', '<p>Words.</p>', '</section>'))],
    ['rich text', `{\\rtf1 ${nest('{', 'Words.', '}')}}`],
  ])('is the setting’s to say in %s', async (_, book) => {
    expect(await failureOfReading(readAll(book))).toMatchObject({
      code: 'book-hostile',
      params: { limit: 'nesting' },
    })
    const { chapters } = await readAll(book, 'book', undefined, { maxNesting: 4000 })
    expect(chapters.flatMap(linesOf).join()).toContain('Words.')
  })

  it('may be as much as the setting’s most, in seconds', async () => {
    const deep = `<html><body>${'<div>'.repeat(9900)}<p>Words.</p></body></html>`
    const { chapters } = await readAll(deep, 'book', undefined, { maxNesting: 10_000 })
    expect(chapters.flatMap(linesOf)).toEqual(['paragraph: Words.'])
  })
})

describe('how large a cover may be', () => {
  it.each<[string, string | Uint8Array]>([
    [
      'EPUB',
      epubFile({
        documents: [{ name: 'a.xhtml', body: '<p>Words.</p>' }],
        manifest: '<item id="i" href="c.png" media-type="image/png" properties="cover-image"/>',
        extra: [{ name: 'OEBPS/c.png', bytes: picture }],
      }),
    ],
    ['Kindle', mobiFile({ html: '<html><body><p>Words.</p></body></html>', cover: picture })],
    ['FictionBook', fb2('<p>Words.</p>', `<binary id="c">${base64}</binary>`)],
  ])('is the setting’s to say in %s', async (_, book) => {
    const whole = await readAll(book, 'book', undefined, { maxCoverBytes: picture.length })
    expect(whole.cover?.bytes.length).toBe(picture.length)
    const { cover, warnings, chapters } = await readAll(book, 'book', undefined, {
      maxCoverBytes: picture.length - 1,
    })
    expect(cover).toBeNull()
    expect(warnings.map(({ code }) => code)).toContain('cover-unreadable')
    expect(chapters.flatMap(linesOf)).toEqual(['paragraph: Words.'])
  })
})

it('without a word of a person they are what they always were', () => {
  expect(bookLimits(defaultSettings())).toMatchObject({
    maxNesting: 1000,
    maxCoverBytes: 24 * 1024 ** 2,
  })
})
