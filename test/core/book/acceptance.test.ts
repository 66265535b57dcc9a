// Whole books against another XML library's reading of them, as they are and in every odd form.
import { existsSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { FailureError } from '../../../src/core/base/failure-error.ts'
import { epubEntries } from '../../fixtures/epub-entries.ts'
import {
  editable,
  inHalves,
  inOneFile,
  packed,
  withDropCaps,
  withInserts,
  withNcxAlone,
  withoutContents,
  type EditableBook,
} from '../../fixtures/epub-variants.ts'
import { inventedEpub } from '../../fixtures/invented-epub.ts'
import { heardBlocks, readAll, type WholeBook } from '../../fixtures/read-all.ts'
import { keyOf, referenceBook, type ReferenceBook } from '../../fixtures/reference-book.ts'
import { zipFile } from '../../fixtures/zip-file.ts'

const corpus = join(import.meta.dirname, '../../../../shared/corpus/epub')

/** What a chapter begins with: with its headings, and without one, two … of them. */
function beginnings({ chapters }: WholeBook): string[] {
  return chapters.flatMap((chapter) => {
    const blocks = heardBlocks([chapter])
    const headings = blocks.findIndex(({ kind }) => kind !== 'heading')
    const most = headings < 0 ? blocks.length - 1 : headings
    return Array.from({ length: most + 1 }, (_, from) => {
      const text = blocks
        .slice(from, from + 20)
        .map((block) => block.text)
        .join('')
      return keyOf(text.slice(0, 4000))
    })
  })
}

function missedStarts(book: WholeBook, { starts }: ReferenceBook): string[] {
  const begun = beginnings(book)
  return starts.filter((start) => !begun.some((beginning) => beginning.startsWith(start)))
}

const heardKey = ({ chapters }: WholeBook): string =>
  keyOf(
    heardBlocks(chapters)
      .map(({ text }) => text)
      .join(''),
  )

/** Letters that one has and the other has not, wherever they stand. */
function difference(a: string, b: string): number {
  const counts = new Map<string, number>()
  for (const letter of a) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  for (const letter of b) counts.set(letter, (counts.get(letter) ?? 0) - 1)
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0)
}

describe.skipIf(!existsSync(corpus))('the EPUBs of the corpus', () => {
  it('begin their chapters where their own contents say', async () => {
    const names = await readdir(corpus, { recursive: true })
    let starts = 0
    const missed: string[] = []
    const refused: string[] = []
    for (const name of names.filter((each) => each.endsWith('.epub')).toSorted()) {
      const bytes = readFileSync(join(corpus, name))
      const reference = referenceBook(await epubEntries(bytes))
      try {
        const book = await readAll(bytes)
        starts += reference?.starts.length ?? 0
        if (reference)
          missed.push(...missedStarts(book, reference).map((start) => `${name}: ${start}`))
      } catch (error) {
        if (!(error instanceof FailureError)) throw error
        refused.push(
          `${name}: ${error.failure.code}${reference?.letters ? ', though it has text' : ''}`,
        )
      }
    }
    console.info(`${starts - missed.length} of ${starts} chapter starts found`)
    expect(starts).toBeGreaterThan(300)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(starts * 0.005)
    // One has nothing but formats that nobody reads, two have no spine.
    expect(refused.toSorted()).toEqual([
      'versone_missing-toc.epub: book-without-text',
      'versone_xml11.epub: book-without-text',
      'w3c/pub-foreign_bad-fallback.epub: book-without-text',
    ])
  })
})

const books: [string, () => Buffer][] = [
  ['our own book', () => inventedEpub()],
  ...(existsSync(corpus)
    ? [
        'se_frankenstein',
        'se_hamlet',
        'se_love-among-the-chickens',
        'se_the-adventures-of-sherlock-holmes',
        'se_the-rubaiyat-of-omar-khayyam',
        'se_the-time-machine',
      ].map((name): [string, () => Buffer] => [
        name,
        () => readFileSync(join(corpus, `${name}.epub`)),
      ])
    : []),
]

describe.each(books)('%s', (_name, open) => {
  let bytes: Buffer
  let reference: ReferenceBook
  let book: EditableBook
  /** What is heard of the book as it is. */
  let letters = ''

  beforeAll(async () => {
    bytes = open()
    const entries = await epubEntries(bytes)
    const read = referenceBook(entries)
    if (!read) throw new Error('no spine')
    reference = read
    book = editable(entries)
    letters = heardKey(await readAll(bytes))
  })

  it('has every letter, no note mark, no page number and every start', async () => {
    const whole = await readAll(bytes)
    expect(difference(heardKey(whole), reference.letters)).toBeLessThanOrEqual(
      reference.letters.length * 0.001,
    )
    expect(missedStarts(whole, reference)).toEqual([])
  })

  const variants: [string, (whole: EditableBook) => EditableBook][] = [
    ['without contents', withoutContents],
    ['with an NCX alone', withNcxAlone],
    ['in one file', inOneFile],
    ['in split documents', (whole) => inHalves(whole, true)],
    ['in split documents that the contents do not know of', (whole) => inHalves(whole, false)],
    [
      'with drop capitals',
      (whole) => withDropCaps(whole, (letter) => `<span class="dropcap">${letter}</span>`),
    ],
    [
      'with drawn capitals',
      (whole) =>
        withDropCaps(whole, (letter) => `<img class="dropcap" src="a.png" alt="${letter}"/>`),
    ],
    ...['pagenum', 'pageno', 'pb', 'page-number', 'page'].map((name): (typeof variants)[number] => [
      `with page numbers of the class ${name}`,
      (whole) =>
        withInserts(
          whole,
          { everyWords: 300, where: 'between' },
          (n) => `<span class="${name}">${n % 2 ? n : `[Pg ${n}]`}</span>`,
        ),
    ]),
    [
      'with page numbers in links',
      (whole) =>
        withInserts(
          whole,
          { everyWords: 300, where: 'between' },
          (n) => `<a class="pageno" id="page_${n}">${n}</a>`,
        ),
    ],
    [
      'with bare superscripts',
      (whole) => withInserts(whole, { everyWords: 90, where: 'behind' }, (n) => `<sup>${n}</sup>`),
    ],
    [
      'with linked superscripts',
      (whole) =>
        withInserts(
          whole,
          { everyWords: 90, where: 'behind' },
          (n) => `<sup><a href="notes.xhtml#n${n}">${n}</a></sup>`,
        ),
    ],
    [
      'with bracketed numbers',
      (whole) =>
        withInserts(
          whole,
          { everyWords: 90, where: 'behind' },
          (n) => `<a href="#n${n}">[${n}]</a>`,
        ),
    ],
  ]
  it.each(variants)('%s loses nothing and says nothing more', async (_form, make) => {
    const variant = await readAll(zipFile(packed(make(book))))
    expect(difference(heardKey(variant), letters)).toBe(0)
    const missed = missedStarts(variant, reference)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(reference.starts.length * 0.05)
  })
})
