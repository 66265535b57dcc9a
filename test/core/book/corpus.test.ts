// Real books, where the corpus is beside the project: their own contents, every letter, nothing that is a mark.
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { corpus, readCorpusBook as read } from '../../fixtures/corpus-books.ts'
import { heardBlocks, lettersOf, type WholeBook } from '../../fixtures/read-all.ts'

const spoken = ({ chapters }: WholeBook) => chapters.filter((chapter) => chapter.spoken)
const first = (book: WholeBook, count = 12) =>
  spoken(book).map(({ blocks }) =>
    blocks
      .map(({ text }) => text)
      .join(' ')
      .split(/\s+/)
      .slice(0, count)
      .join(' '),
  )

describe.skipIf(!existsSync(corpus))('the corpus', () => {
  // Letters and digits of all documents of the spine without note marks and page numbers, by another program.
  it.each([
    ['epub/se_frankenstein.epub', 348_711, 39],
    ['epub/se_hamlet.epub', 138_182, 32],
    ['epub/se_love-among-the-chickens.epub', 214_757, 29],
    ['epub/se_the-adventures-of-sherlock-holmes.epub', 434_876, 19],
    ['epub/se_the-rubaiyat-of-omar-khayyam.epub', 34_039, 107],
    ['epub/se_the-time-machine.epub', 144_037, 18],
    ['epub/gen_frankenstein_epub2.epub', 348_711, 39],
    ['epub/pg521_robinson-crusoe_epub3.epub', 496_616, 25],
    ['epub/pg55_wizard-of-oz_epub3.epub', 174_470, 31],
  ])('loses and doubles no letter of %s', async (name, letters, chapters) => {
    const book = await read(name)
    expect(lettersOf(book.chapters)).toBe(letters)
    expect(book.chapters).toHaveLength(chapters)
    expect(book.warnings).toEqual([])
  })

  it('knows the chapters of Robinson Crusoe', async () => {
    const book = await read('epub/pg521_robinson-crusoe_epub3.epub')
    expect(book.header).toEqual({
      format: 'epub',
      title: 'The Life and Adventures of Robinson Crusoe',
      authors: ['Daniel Defoe'],
      language: 'en',
    })
    expect(book.cover?.mediaType).toBe('image/png')
    expect(spoken(book).map(({ title }) => title.split('. ')[1])).toHaveLength(20)
    expect(first(book)[0]).toBe('CHAPTER I. START IN LIFE I was born in the year 1632,')
    expect(book.chapters.filter((chapter) => !chapter.spoken).map(({ matter }) => matter)).toEqual([
      'copyright',
      'title-page',
      'contents',
      'copyright',
      'copyright',
    ])
  })

  it('keeps the levels of the Adventures of Sherlock Holmes', async () => {
    const titles = spoken(await read('epub/se_the-adventures-of-sherlock-holmes.epub'))
    expect(titles.slice(0, 5).map(({ level, title }) => `${level} ${title}`)).toEqual([
      '1 A Scandal in Bohemia',
      '2 I',
      '2 II',
      '2 III',
      '1 The Redheaded League',
    ])
  })

  it('speaks no note mark of Hamlet, and its persons before their words', async () => {
    const book = await read('epub/se_hamlet.epub')
    const texts = spoken(book).flatMap(({ blocks }) => blocks.map(({ text }) => text))
    expect(texts).toContain('Bernardo. Who’s there?')
    expect(texts.filter((text) => /\p{L}\d/u.test(text))).toEqual([])
  })

  it('reads the quatrains of Omar Khayyám as verse', async () => {
    const poems = spoken(await read('epub/se_the-rubaiyat-of-omar-khayyam.epub')).filter(
      ({ level }) => level === 2,
    )
    expect(poems).toHaveLength(101)
    expect(poems.every(({ blocks }) => blocks[1]?.kind === 'verse')).toBe(true)
    expect(poems[0]?.blocks[1]?.text.split('\n')).toHaveLength(4)
  })

  it('speaks no page number of Children’s Literature', async () => {
    const book = await read('epub/idpf_childrens-literature.epub')
    const blocks = heardBlocks(book.chapters)
    expect(blocks.filter(({ kind, text }) => kind === 'paragraph' && /^\d+$/.test(text))).toEqual(
      [],
    )
    expect(Math.max(...book.chapters.map(({ level }) => level))).toBe(4)
  })

  it.each([
    'enc_alice_cp1252_cr-only',
    'enc_alice_utf16be_nobom',
    'enc_alice_utf16le_bom',
    'enc_alice_utf8_bom_lf',
    'pg11_alice_ascii',
    'pg11_alice_utf8',
  ])('finds the twelve chapters of Alice in %s', async (name) => {
    const book = await read(`txt/${name}.txt`)
    expect(book.header).toMatchObject({ authors: ['Lewis Carroll'], language: 'en' })
    expect(spoken(book)).toHaveLength(12)
    expect(spoken(book)[6]?.title).toBe('CHAPTER VII. A Mad Tea-Party')
    expect(first(book, 9)[0]).toBe('CHAPTER I. Down the Rabbit-Hole Alice was beginning to')
  })

  it.each([
    'txt/enc_verwandlung_macroman.txt',
    'txt/pg22367_verwandlung_latin1.txt',
    'html/pg22367_verwandlung.htm',
  ])('finds the three chapters of Die Verwandlung in %s', async (name) => {
    const book = await read(name)
    expect(book.header).toMatchObject({
      title: 'Die Verwandlung',
      authors: ['Franz Kafka'],
      language: 'de',
    })
    expect(first(book, 8)).toEqual([
      'I. Als Gregor Samsa eines Morgens aus unruhigen',
      expect.stringContaining('II. Erst in der Abenddämmerung erwachte Gregor aus'),
      expect.stringContaining('III. Die schwere Verwundung Gregors, an der er'),
    ])
  })

  it('finds the chapters of Frankenstein in Markdown', async () => {
    const book = await read('md/gen_frankenstein.md')
    expect(spoken(book)).toHaveLength(30)
    const blocks = book.chapters.flatMap((chapter) => chapter.blocks)
    expect(blocks.filter(({ text }) => /:::|\{[.=#]|z3998/.test(text))).toEqual([])
  })
})
