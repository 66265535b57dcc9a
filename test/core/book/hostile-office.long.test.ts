// Documents of word processors made to break a reader: each ends soon, with a name for it or a clean import.
import { describe, expect, it } from 'vitest'
import { failureOf } from '../../../src/core/base/failure-error.ts'
import { docxFile, para } from '../../fixtures/docx-file.ts'
import { odtFile } from '../../fixtures/odt-file.ts'
import { linesOf, readAll } from '../../fixtures/read-all.ts'
import { zipFile } from '../../fixtures/zip-file.ts'

const outcome = async (file: Buffer | string): Promise<string> => {
  const read = readAll(file).then(({ chapters }) => (chapters.length > 0 ? 'chapters' : 'nothing'))
  return read.catch((error: unknown) => {
    const { code, params, detail } = failureOf(error)
    return `${code} ${params['limit'] ?? params['scheme'] ?? detail ?? ''}`.trim()
  })
}
const laughs =
  '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'

describe('a Word document', () => {
  it('with entities has none expanded, fetched or spoken', async () => {
    const body = `<?xml version="1.0"?>${laughs}<w:document><w:body>${para('Words &b;and&x; more &amp; all.')}</w:body></w:document>`
    const { chapters } = await readAll(docxFile({ body }))
    expect(chapters.map(linesOf)).toEqual([['paragraph: Words and more & all.']])
  })

  it.each([
    ['tables in tables', '<w:tbl><w:tr><w:tc>'.repeat(20_000), 'book-hostile nesting'],
    [
      'text boxes in text boxes',
      '<w:p><w:r><w:pict><w:txbxContent>'.repeat(240),
      'book-without-text',
    ],
    [
      'a paragraph without end',
      `<w:p><w:r>${`<w:t>${'word '.repeat(1000)}</w:t>`.repeat(1600)}</w:r></w:p>`,
      'chapters',
    ],
    [
      'a text that compresses too well',
      `<w:p><w:r><w:t>${'a'.repeat(30_000_000)}</w:t></w:r></w:p>`,
      'book-hostile compression ratio',
    ],
    ['many paragraphs', '<w:p/>'.repeat(100_000) + para('Words.'), 'chapters'],
    [
      'fields that never end',
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'.repeat(50_000) + para('Words.'),
      'chapters',
    ],
    [
      'many note marks',
      `<w:p><w:r>${'<w:footnoteReference w:id="1"/>'.repeat(200_000)}<w:t>Words.</w:t></w:r></w:p>`,
      'chapters',
    ],
  ])('with %s is answered', async (_what, body, expected) => {
    expect(await outcome(docxFile({ body }))).toBe(expected)
  })

  it('with many styles that inherit in a ring is answered', async () => {
    const styles = Array.from(
      { length: 30_000 },
      (_, n) => `<w:style w:styleId="s${n}"><w:basedOn w:val="s${(n + 1) % 30_000}"/></w:style>`,
    )
    const body = para('Words.', 's1').repeat(2000)
    expect(await outcome(docxFile({ body, styles: styles.join('') }))).toBe('chapters')
  })

  it('whose relationships lead out of it is damaged', async () => {
    const entries = (all: { name: string; bytes: Uint8Array | string }[]) =>
      all
        .filter(({ name }) => name !== 'word/document.xml')
        .map((each) => ({
          ...each,
          bytes: String(each.bytes).replace('word/document.xml', '../../../../etc/passwd'),
        }))
    expect(await outcome(docxFile({ body: '', entries }))).toBe('book-damaged no main document')
  })

  it('of nothing but its list of types is damaged', async () => {
    const file = zipFile([{ name: '[Content_Types].xml', bytes: '<Types/>' }])
    expect(await outcome(file)).toBe('book-damaged no main document')
  })
})

describe('an OpenDocument text', () => {
  it.each([
    [
      'tables in tables',
      '<table:table><table:table-row><table:table-cell>'.repeat(20_000),
      'book-hostile nesting',
    ],
    ['frames in frames', '<text:p><draw:frame><draw:text-box>'.repeat(300), 'book-without-text'],
    ['notes in notes', '<text:p>a<text:note><text:note-body>'.repeat(300), 'chapters'],
    ['a paragraph without end', `<text:p>${'word '.repeat(2_000_000)}</text:p>`, 'chapters'],
    ['many empty paragraphs', '<text:p/>'.repeat(100_000) + '<text:p>Words.</text:p>', 'chapters'],
    ['spans that never end', `<text:p>${'<text:span>'.repeat(900)}Words.`, 'chapters'],
  ])('with %s is answered', async (_what, body, expected) => {
    expect(await outcome(odtFile({ body }))).toBe(expected)
  })
})

describe('a FictionBook', () => {
  const book = (body: string) =>
    `<?xml version="1.0"?><FictionBook><body>${body}</body></FictionBook>`

  it('with entities has none expanded, fetched or spoken', async () => {
    const { chapters } = await readAll(
      `<?xml version="1.0"?>${laughs}<FictionBook><body><section><p>Words &b;and&x; more.</p></section></body></FictionBook>`,
    )
    expect(chapters.map(linesOf)).toEqual([['paragraph: Words and more.']])
  })

  it.each([
    ['sections in sections', '<section>'.repeat(50_000), 'book-hostile nesting'],
    ['a paragraph without end', `<section><p>${'word '.repeat(2_000_000)}`, 'chapters'],
    ['a verse without end', `<poem><stanza>${'<v>word</v>'.repeat(400_000)}`, 'chapters'],
    ['a title without end', `<section><title>${'<p>word</p>'.repeat(20_000)}`, 'chapters'],
    [
      'a picture without end',
      `<p>Words.</p></body><binary id="x">${'QUJD'.repeat(3_000_000)}</binary><body>`,
      'chapters',
    ],
    ['a comment without end', `<p>Words.</p><!-- ${'x'.repeat(9_600_000)}`, 'book-hostile markup'],
  ])('with %s is answered', async (_what, body, expected) => {
    expect(await outcome(book(body))).toBe(expected)
  })

  it('whose cover is too large comes without it', async () => {
    const content =
      '<FictionBook><description><title-info><coverpage><image href="#c"/></coverpage></title-info></description>' +
      `<body><p>Words.</p></body><binary id="c">${'QUJD'.repeat(9_000_000)}</binary></FictionBook>`
    const { cover, warnings } = await readAll(content)
    expect([cover, warnings]).toEqual([null, [{ code: 'cover-unreadable', params: {} }]])
  })
})

describe('a rich text document', () => {
  it.each([
    ['groups in groups', '{'.repeat(1_000_000), 'book-hostile nesting'],
    ['groups that were never opened', `Words.${'}'.repeat(1_000_000)}more`, 'chapters'],
    ['a paragraph without end', 'word '.repeat(4_000_000), 'chapters'],
    ['letters in digits without end', "\\'41".repeat(1_000_000), 'chapters'],
    ['a word without end', `\\${'a'.repeat(2_000_000)} Words.`, 'chapters'],
    ['a number without end', `\\par${'9'.repeat(2_000_000)} Words.`, 'chapters'],
    ['binary data that is not there', `Words.\\par\\bin${'9'.repeat(9)} x`, 'chapters'],
    ['notes in notes', '{\\footnote a'.repeat(900), 'chapters'],
    ['cells without rows', 'a\\cell '.repeat(30_000), 'chapters'],
    ['many fields', '{\\field{\\*\\fldinst x}'.repeat(400), 'book-without-text'],
    [
      'styles in a ring',
      `{\\stylesheet{\\s1\\sbasedon2 a;}{\\s2\\sbasedon1 b;}}${'\\pard\\s1 a\\par'.repeat(1000)}`,
      'chapters',
    ],
    [
      'more paragraphs than anyone wrote',
      'a\\par '.repeat(310_000),
      'book-hostile number of paragraphs',
    ],
    ['more notes than anyone wrote', '{\\footnote b}'.repeat(150_000), 'book-hostile notes'],
    ['nothing', '', 'book-without-text'],
  ])('with %s is answered', async (_what, body, expected) => {
    expect(await outcome(`{\\rtf1\\ansi ${body}`)).toBe(expected)
  })
})
