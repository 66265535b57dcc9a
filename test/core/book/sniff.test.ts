// What a file is, told from its content whatever it is called.
import { describe, expect, it } from 'vitest'
import { failureSentences } from '../../../src/contract/index.ts'
import { compoundFile } from '../../fixtures/compound-file.ts'
import { docxFile, para } from '../../fixtures/docx-file.ts'
import { epubFile } from '../../fixtures/epub-file.ts'
import { mobiFile } from '../../fixtures/mobi-file.ts'
import { odtFile } from '../../fixtures/odt-file.ts'
import { failureOfReading, readAll } from '../../fixtures/read-all.ts'
import { zipFile } from '../../fixtures/zip-file.ts'

const prose = 'It was a dark and stormy night; the rain fell in torrents. '.repeat(20)
const fictionBook = `<?xml version="1.0"?>\n<FictionBook><body><p>${prose}</p></body></FictionBook>`
const latin = (text: string, size = 400) =>
  Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(size)])

describe('a book', () => {
  it.each([
    ['epub', epubFile({ documents: [{ name: 'a.xhtml', body: `<p>${prose}</p>` }] })],
    ['mobi', mobiFile({ html: `<p>${prose}</p>` })],
    ['rtf', `{\\rtf1\\ansi ${prose}}`],
    ['fb2', fictionBook],
    ['fb2', zipFile([{ name: 'any.name', bytes: fictionBook }])],
    [
      'fb2',
      zipFile([
        { name: 'a.fb2', bytes: fictionBook },
        { name: 'read me.txt', bytes: 'x' },
      ]),
    ],
    ['odt', odtFile({ body: `<text:p>${prose}</text:p>` })],
    ['docx', docxFile({ body: para(prose) })],
    ['html', `<!doctype HTML>\n<p>${prose}`],
    ['html', `<?xml version="1.0"?><!-- x --><html><body><p>${prose}</p></body></html>`],
    ['html', `<h1>Title</h1><p>${prose}</p><p>More</p>`],
    ['markdown', `# One\n\n${prose}\n\n# Two\n\n${prose}`],
    ['markdown', `---\ntitle: x\n---\n\n${prose}`],
    ['markdown', '# One\n\nHi.\n'],
    ['text', prose],
    ['text', `*** START ***\n\n${prose}\n\n#1 and #2, a * b, 3 < 4 > 2\n\n***** file *****\n`],
    ['text', `MZ was the sign of his agency. ${prose}`],
  ])('is %s by its content', async (format, content) => {
    expect((await readAll(content, 'wrong.exe')).header.format).toBe(format)
  })

  it('in a zip with junk before it is called damaged', async () => {
    const file = epubFile({ documents: [{ name: 'a.xhtml', body: `<p>${prose}</p>` }] })
    const { code } = await failureOfReading(readAll(Buffer.concat([Buffer.alloc(64), file])))
    expect(code).toBe('book-damaged')
  })
})

describe('a book of a kind that comes later', () => {
  it.each([
    ['an old Word document (DOC)', compoundFile(['1Table', 'Data', 'x', 'y', 'WordDocument'])],
  ])('is named: %s', async (format, content) => {
    expect(await failureOfReading(readAll(content, 'book.epub'))).toMatchObject({
      code: 'format-not-yet',
      params: { name: 'book.epub', format },
    })
  })
})

describe('a compound file', () => {
  it('of an encrypted document is named as protected', async () => {
    const file = compoundFile(['DataSpaces', 'EncryptionInfo', 'EncryptedPackage'])
    expect(await failureOfReading(readAll(file, 'book.docx'))).toMatchObject({
      code: 'book-protected',
      params: { name: 'book.docx', scheme: 'an Office password' },
    })
  })

  it.each([
    ['a spreadsheet', compoundFile(['Workbook'])],
    ['a presentation', compoundFile(['PowerPoint Document'])],
    ['an Office file', compoundFile([])],
    ['an Office file', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['an Office file', Buffer.concat([compoundFile(['x', 'y', 'z', 'a', 'b']).subarray(0, 1100)])],
  ])('of another kind is named: %s', async (kind, content) => {
    expect(await failureOfReading(readAll(content, 'book.doc'))).toMatchObject({
      code: 'not-a-book',
      params: { kind },
    })
  })
})

describe('an archive with a book inside', () => {
  const archive = (...names: string[]) => zipFile(names.map((name) => ({ name, bytes: prose })))

  it.each([
    ['a text', ['notes.txt']],
    ['a book in a folder', ['books/The Sea.epub', 'books/licence.txt', '__MACOSX/books/._a.epub']],
  ])('says what to unpack it for: %s', async (_what, names) => {
    const failure = await failureOfReading(readAll(archive(...names), 'book.zip'))
    const inside = names[0]?.split('/').at(-1)
    expect(failure).toMatchObject({ code: 'not-a-book', params: { inside } })
    expect(failureSentences[failure.code](failure.params)).toBe(
      `“book.zip” is an archive with a book inside. Unpack it, and add “${inside}”.`,
    )
  })

  it.each([
    ['two texts', ['a.txt', 'b.txt']],
    ['two books', ['a.epub', 'b.pdf']],
    ['no book', ['a.bin']],
  ])('names none of several, and none that is not there: %s', async (_what, names) => {
    const failure = await failureOfReading(readAll(archive(...names), 'book.zip'))
    expect(failure.params).toEqual({ name: 'book.zip', kind: 'a zip archive' })
  })
})

describe('a file that is no book', () => {
  it.each([
    ['a JPEG picture', latin('\xff\xd8\xff\xe0')],
    ['a PNG picture', latin('\x89PNG\r\n\x1a\n')],
    ['a program', latin('MZ\x90')],
    ['a program', latin('\x7fELF')],
    ['a sound file', latin('ID3\x04')],
    ['a zip archive', zipFile([{ name: 'a.fb2', bytes: prose }])],
    ['a zip archive', zipFile([{ name: 'notes.txt', bytes: prose }])],
    [
      'an archive of pictures',
      zipFile([
        { name: '1.jpg', bytes: 'x' },
        { name: '2.jpg', bytes: 'y' },
      ]),
    ],
    ['an SVG picture', '<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>'],
    ['an XML file', '<?xml version="1.0"?><rss><channel/></rss>'],
    ['binary data', Buffer.from(Array.from({ length: 3000 }, (_, n) => (n * 7919) % 251))],
    ['binary data', Buffer.alloc(5000)],
  ])('is named: %s', async (kind, content) => {
    expect(await failureOfReading(readAll(content, 'book.txt'))).toMatchObject({
      code: 'not-a-book',
      params: { name: 'book.txt', kind },
    })
  })
})
