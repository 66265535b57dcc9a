// Real documents of word processors, where the corpus is beside the project: the book they have in common.
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { corpus, readCorpusBook as read } from '../../fixtures/corpus-books.ts'
import { lettersOf, linesOf, type WholeBook } from '../../fixtures/read-all.ts'

/** What a story is told by: chapters with a number or a name that Standard Ebooks gives it. */
const story = ({ chapters }: WholeBook) =>
  chapters.filter(({ title }) =>
    /^(?:[IVX]+|(?:Letter|Chapter) [IVX]+|Epilogue|Introduction)$/.test(title),
  )
const texts = (book: WholeBook) =>
  story(book).map(({ title, blocks }) => [
    title,
    lettersOf([
      {
        title,
        level: 1,
        matter: 'body',
        spoken: true,
        blocks: blocks.filter(({ leftOut }) => !leftOut),
      },
    ]),
  ])

describe.skipIf(!existsSync(corpus))('the corpus', () => {
  it.each([
    'docx/gen_time-machine.docx',
    'odt/gen_time-machine.odt',
    'fb2/gen_time-machine.fb2',
    'rtf/gen_time-machine.rtf',
    'mobi/gen_time-machine.azw3',
    'mobi/gen_time-machine_mobi6.mobi',
  ])('has every letter of every chapter of The Time Machine in %s', async (name) => {
    const expected = texts(await read('epub/se_the-time-machine.epub'))
    expect(expected).toHaveLength(13)
    expect(texts(await read(name))).toEqual(expected)
  })

  it('has every letter of every chapter of Frankenstein as a Word document', async () => {
    const expected = texts(await read('epub/se_frankenstein.epub'))
    expect(expected).toHaveLength(29)
    // What follows the last heading has none of its own in the Word document.
    const own = texts(await read('docx/gen_frankenstein.docx'))
    expect(own.slice(0, -1)).toEqual(expected.slice(0, -1))
  })

  it.each([
    ['comments', ['paragraph: Ouch.']],
    ['simple-list', ['paragraph: Apple', 'paragraph: Banana']],
    ['strict-format', ['paragraph: Test']],
    ['text-box', ['paragraph: Datum plane']],
    ['utf8-bom', ['paragraph: This XML has a byte order mark.']],
    [
      'tables',
      [
        'paragraph: Above',
        'paragraph: Top left, Top right',
        'paragraph: Bottom left, Bottom right',
        'paragraph: Below',
      ],
    ],
    [
      'footnotes',
      ['paragraph: Ouch.', 'paragraph: A tachyon walks into a bar.', 'paragraph: Fin.'],
    ],
    ['endnotes', ['paragraph: Ouch.', 'paragraph: A tachyon walks into a bar.', 'paragraph: Fin.']],
  ])('reads the small Word document of %s', async (name, expected) => {
    expect((await read(`docx/mammoth_${name}.docx`)).chapters.flatMap(linesOf)).toEqual(expected)
  })

  it('has levels, notes, verse and series of a Russian FictionBook, and names its broken cover', async () => {
    const book = await read('fb2/tika_test.fb2')
    expect(book.header).toEqual({
      format: 'fb2',
      title: 'Война и мир',
      authors: ['Лев Николаевич Толстой'],
      language: 'ru',
      series: 'Детство, Отрочество, Юность, 2',
    })
    // Three hundred characters of a picture, and no whole byte at the end.
    expect(book.cover).toBeNull()
    expect(book.warnings.map(({ code }) => code)).toContain('cover-unreadable')
    expect(Math.max(...book.chapters.map(({ level }) => level))).toBe(7)
    const blocks = book.chapters.flatMap((chapter) => chapter.blocks)
    expect(blocks.filter(({ noteId }) => noteId !== undefined).length).toBeGreaterThan(3)
    expect(blocks.some(({ kind }) => kind === 'verse')).toBe(true)
  })
})
