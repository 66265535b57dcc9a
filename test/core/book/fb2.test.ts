// FictionBooks to chapters: what is heard of them and what is not.
import { describe, expect, it } from 'vitest'
import { linesOf, readAll } from '../../fixtures/read-all.ts'
import { zipFile } from '../../fixtures/zip-file.ts'

const fb2 = (body: string, info = '', more = '') =>
  `<FictionBook xmlns:l="http://www.w3.org/1999/xlink"><description><title-info>${info}</title-info>` +
  `<document-info><author><nickname>typist</nickname></author></document-info></description><body>${body}</body>${more}</FictionBook>`
const xml = '<?xml version="1.0" encoding="utf-8"?>\n'
const read = (body: string, info = '', more = '') => readAll(`${xml}${fb2(body, info, more)}`)
const lines = async (body: string) => (await read(body)).chapters.flatMap(linesOf)
const section = (title: string, inside: string) =>
  `<section><title><p>${title}</p></title>${inside}</section>`
const pixel = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

describe('a section without a title before the first chapter', () => {
  const matterOf = async (words: string) => {
    const section = (inside: string) => `<section>${inside}</section>`
    const body =
      section(`<p>${words}</p>`) + section('<title><p>I</p></title><p>It was a dark night.</p>')
    const book = await readAll(
      `<?xml version="1.0"?><FictionBook><description/><body>${body}</body></FictionBook>`,
    )
    return book.chapters[0]?.matter
  }

  it('is an imprint where it tells who made the ebook and from what', async () => {
    const words = 'This ebook is based on a transcription from Project Gutenberg.'
    expect(await matterOf(words)).toBe('imprint')
    expect(await matterOf('He read an ebook, and then it was dark.')).toBe('body')
  })
})

describe('a FictionBook', () => {
  it('says title, authors, language and series, and has a cover', async () => {
    const info =
      '<author><first-name>Jane</first-name><last-name>Austen</last-name></author><author><nickname>Boz</nickname></author>' +
      '<book-title>Emma</book-title><lang>en</lang><coverpage><image l:href="#c.gif"/></coverpage><sequence name="Novels" number="4"/>'
    const binaries = `<binary id="x">AAAA</binary><binary id="c.gif" content-type="image/gif">\n${pixel.slice(0, 11)}\n ${pixel.slice(11)}</binary>`
    const { header, cover, kinds } = await read('<p>Some words.</p>', info, binaries)
    expect(header).toEqual({
      format: 'fb2',
      title: 'Emma',
      authors: ['Jane Austen', 'Boz'],
      language: 'en',
      series: 'Novels, 4',
    })
    expect(cover?.mediaType).toBe('image/gif')
    expect(Buffer.from(cover?.bytes ?? []).toString('base64')).toBe(pixel)
    expect(kinds.filter((kind) => kind !== 'progress').slice(0, 2)).toEqual(['header', 'cover'])
  })

  it('that was cut off says so', async () => {
    const whole = `${xml}${fb2(section('One', `<p>${'It rang. '.repeat(90)}</p>`))}`
    const half = await readAll(whole.slice(0, whole.length / 2))
    expect(half.warnings).toEqual([{ code: 'file-cut-off', params: {} }])
    expect((await readAll(whole)).warnings).toEqual([])
  })

  it('in windows-1251 is read as it declares', async () => {
    const text = 'Все счастливые семьи похожи друг на друга.'
    const bytes = [...`<?xml version="1.0" encoding="windows-1251"?>${fb2(`<p>${text}</p>`)}`].map(
      (letter) => {
        const code = letter.charCodeAt(0)
        return code < 128 ? code : code - 0x410 + 0xc0
      },
    )
    const book = await readAll(Uint8Array.from(bytes))
    expect(book.chapters.flatMap(linesOf)).toEqual([`paragraph: ${text}`])
    expect(book.warnings).toEqual([])
    const zipped = await readAll(zipFile([{ name: 'a.fb2', bytes: Uint8Array.from(bytes) }]))
    expect(zipped.chapters).toEqual(book.chapters)
  })

  it('has its sections as chapters, with their levels', async () => {
    const { chapters } = await read(
      section('Part One', section('Chapter 1</p><p>The Sea', '<p>Words.</p>')) +
        section(
          'Part Two',
          section('Chapter 2', '<p>More.</p><section><p>After a break.</p></section>'),
        ),
    )
    expect(chapters.map(({ level, title }) => `${level} ${title}`)).toEqual([
      '1 Part One',
      '2 Chapter 1 · The Sea',
      '1 Part Two',
      '2 Chapter 2',
    ])
    expect(linesOf(chapters[1])).toEqual([
      'heading: Chapter 1',
      'heading: The Sea',
      'paragraph: Words.',
    ])
    expect(linesOf(chapters[3])).toEqual([
      'heading: Chapter 2',
      'paragraph: More.',
      'scene-break',
      'paragraph: After a break.',
    ])
  })

  it('has its epigraph before the first chapter', async () => {
    const { chapters } = await read(
      `<title><p>Emma</p></title><epigraph><p>Know thyself.</p><text-author>Thales</text-author></epigraph>${section('One', '<p>Words.</p>')}`,
      '<book-title>Emma</book-title>',
    )
    expect(chapters.map(({ matter, spoken }) => `${matter} ${spoken}`)).toEqual([
      'title-page false',
      'dedication true',
      'body true',
    ])
  })

  it('reads poems as verse, stanza by stanza', async () => {
    const poem =
      '<poem><title><p>Song</p></title><stanza><v>Tell me where is</v><v>Fancy bred</v></stanza><stanza><v>Ding, dong.</v></stanza><text-author>W. S.</text-author></poem>'
    const { chapters } = await read(section('One', `<p>He sang:</p>${poem}`))
    expect(chapters.flatMap(linesOf)).toEqual([
      'heading: One',
      'paragraph: He sang:',
      'heading: Song',
      'verse: Tell me where is\nFancy bred',
      'verse: Ding, dong.',
      'paragraph: W. S.',
    ])
  })

  it('ties the note marks of verse to its lines, and has a stanza’s title before it', async () => {
    const stanza =
      '<stanza><title><p>Song<a l:href="#n0" type="note">*</a></p></title>' +
      '<v>First line<a l:href="#n1" type="note">[1]</a></v><v>Second line<sup>2</sup></v>' +
      '<subtitle>Again</subtitle><v>Third line</v></stanza>'
    const { chapters } = await read(section('One', `<poem>${stanza}</poem>`))
    expect(chapters[0]?.blocks.slice(1)).toEqual([
      { kind: 'heading', level: 1, text: 'Song', noteMarks: ['n0'] },
      { kind: 'verse', text: 'First line\nSecond line', noteMarks: ['n1', ''] },
      { kind: 'heading', level: 2, text: 'Again' },
      { kind: 'verse', text: 'Third line' },
    ])
  })

  it('keeps scene breaks, tables and what is said of pictures', async () => {
    const { chapters } = await read(
      section(
        'One',
        '<p>One.</p><empty-line/><p>Two.</p><subtitle>* * *</subtitle><p>Three <image l:href="#i" alt="inline"/>.</p><image l:href="#i" alt="A map"/>' +
          '<table><tr><th>Name</th><td>Age</td></tr></table>Loose <emphasis>words</emphasis>.',
      ),
    )
    expect(chapters.flatMap(linesOf)).toEqual([
      'heading: One',
      'paragraph: One.',
      'scene-break',
      'paragraph: Two.',
      'picture: inline',
      'scene-break',
      'paragraph: Three .',
      'picture: A map',
      'paragraph: Name, Age',
      'paragraph: Loose words.',
    ])
    expect(chapters[0]?.blocks.filter(({ leftOut }) => leftOut === 'picture')).toHaveLength(2)
  })

  it('loses its note marks, keeps what they name, and has the notes last', async () => {
    const notes =
      '<body name="notes"><title><p>Notes</p></title><section id="n1"><title><p>1</p></title><p>A note.</p><p>Its end.</p></section></body>'
    const { chapters } = await read(
      section(
        'One',
        '<p>Words<a l:href="#n1" type="note">[1]</a>, and <a l:href="#ch2">more</a>.</p>',
      ),
      '',
      notes,
    )
    expect(chapters.map(({ title, spoken }) => [title, spoken])).toEqual([
      ['One', true],
      ['Notes', false],
    ])
    expect(chapters[0]?.blocks[1]).toEqual({
      kind: 'paragraph',
      text: 'Words, and more.',
      noteMarks: ['n1'],
    })
    expect(chapters[1]?.blocks.slice(1)).toEqual([
      { kind: 'paragraph', text: 'A note.', noteId: 'n1' },
      { kind: 'paragraph', text: 'Its end.', noteId: 'n1' },
    ])
  })

  it('without sections is one chapter', async () => {
    expect(await lines('<p>Words.</p><cite><p>More.</p></cite>')).toEqual([
      'paragraph: Words.',
      'paragraph: More.',
    ])
  })
})
