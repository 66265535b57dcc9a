// What stands at the edges of a PDF's pages, its notes and its chapters.
import { describe, expect, it } from 'vitest'
import type { Chapter } from '../../../src/contract/index.ts'
import { pdfFile, widthOfText, type Put } from '../../fixtures/pdf-file.ts'
import { breakLines, prose, typeset } from '../../fixtures/pdf-type.ts'
import { linesOf, readAll } from '../../fixtures/read-all.ts'

const spokenOf = ({ blocks }: Chapter): string[] =>
  blocks.filter(({ leftOut }) => leftOut === undefined).map(({ text }) => text)
const leftOutOf = (chapters: readonly Chapter[]) =>
  chapters.flatMap(({ blocks }) =>
    blocks.flatMap(({ leftOut, text }) => (leftOut ? [`${leftOut}: ${text}`] : [])),
  )

/** A text over several pages, cut where a page is full; `edges` puts what stands around it. */
function pagesOf(texts: readonly string[], edges: (page: number) => Put[]): Put[][] {
  const rows = 36
  const lines = typeset(texts, { top: 0, size: 10, leading: 12 })
  const pages = Math.ceil(((lines.at(-1)?.y ?? 0) / 12 + 1) / rows)
  return Array.from({ length: pages }, (_, page) => [
    ...edges(page),
    ...lines
      .filter(
        ({ y }) => Math.floor(y / 12) >= page * rows && Math.floor(y / 12) < (page + 1) * rows,
      )
      .map((put) => ({ ...put, y: put.y - page * rows * 12 + 80 })),
  ])
}
const romans = 'vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii'.split(' ')
const texts = Array.from({ length: 40 }, (_, index) => prose(index, 60 + (index % 7) * 5))

describe('what every page repeats', () => {
  it.each<[string, (page: number) => Put[], RegExp]>([
    [
      'a head and a number at the foot',
      (page) => [
        { text: 'A BOOK OF WORDS', x: 150, y: 40, size: 9 },
        { text: `${page + 1}`, x: 200, y: 560, size: 9 },
      ],
      /^running-head: A BOOK OF WORDS$|^page-number: \d+$/,
    ],
    [
      'heads of left and right pages, with the number on the outside',
      (page) =>
        page % 2 === 0
          ? [{ text: `THE AUTHOR   ${page + 12}`, x: 220, y: 40, size: 9 }]
          : [{ text: `${page + 12}   THE TITLE`, x: 60, y: 40, size: 9 }],
      /^running-head: (?:THE AUTHOR \d+|\d+ THE TITLE)$/,
    ],
    [
      'the name of each chapter, and one that is there but once',
      (page) => [
        {
          text: ['ONE', 'ONE', 'ONE', 'ALONE', 'TWO', 'TWO', 'TWO'][page] ?? 'THREE',
          x: 150,
          y: 40,
          size: 10,
        },
        { text: `- ${page + 1} -`, x: 190, y: 560, size: 10 },
      ],
      /^running-head: (?:ONE|ALONE|TWO|THREE)$|^page-number: - \d+ -$/,
    ],
    [
      'Roman numbers',
      (page) => [
        {
          text: romans[page] ?? '',
          x: 200,
          y: 560,
          size: 9,
        },
      ],
      /^page-number: [ivx]+$/,
    ],
    [
      'words before the number',
      (page) => [{ text: `Page ${page + 1} of 15`, x: 160, y: 570, size: 8 }],
      /^page-number: Page \d+ of 15$/,
    ],
  ])('is not spoken and breaks no paragraph: %s', async (_what, edges, expected) => {
    const pages = pagesOf(texts, edges)
    const { chapters } = await readAll(pdfFile({ pages }))
    expect(chapters.flatMap(spokenOf)).toEqual(texts)
    const leftOut = leftOutOf(chapters)
    expect(leftOut.filter((line) => !expected.test(line))).toEqual([])
    expect(leftOut).toHaveLength(pages.reduce((sum, _page, index) => sum + edges(index).length, 0))
  })

  it('stays where it is a chapter’s heading', async () => {
    const pages = [1, 2, 3, 4].map((number) => [
      { text: `Chapter ${number}`, x: 60, y: 60, size: 14 },
      ...typeset([prose(number, 200)], { top: 100 }),
    ])
    const { chapters } = await readAll(pdfFile({ pages }))
    expect(chapters.map(({ title }) => title)).toEqual([1, 2, 3, 4].map((n) => `Chapter ${n}`))
  })
})

describe('notes at the foot of a page', () => {
  const noted = (): Put[][] => {
    const pages = pagesOf(texts.slice(0, 12), () => [])
    const line = pages[0]?.find(({ y }) => y > 200)
    const mark = { text: '3', x: (line?.x ?? 0) + widthOfText(line?.text ?? '', 10), size: 6 }
    const note = ['3 A note about a word that stands on this', 'very page, and goes on over']
    const rest = ['its end to the next page.', '4 Another one.']
    const foot = (lines: string[], top: number) =>
      lines.map((text, index) => ({ text, x: 60, y: top + index * 10, size: 8 }))
    pages[0]?.push({ ...mark, y: (line?.y ?? 0) - 4 }, ...foot(note, 530))
    pages[1]?.push(...foot(rest, 530))
    return pages
  }

  it('stand apart, and the paragraph goes on over them', async () => {
    const { chapters } = await readAll(pdfFile({ pages: noted() }))
    expect(chapters.map(({ matter }) => matter)).toEqual(['body', 'notes'])
    expect(chapters[0] && spokenOf(chapters[0])).toEqual(texts.slice(0, 12))
    expect(chapters[1] && spokenOf(chapters[1])).toEqual([
      'A note about a word that stands on this very page, and goes on over its end to the next page.',
      'Another one.',
    ])
  })

  it('are named by their marks, which are not spoken', async () => {
    const { chapters } = await readAll(pdfFile({ pages: noted() }))
    const marks = chapters[0]?.blocks.flatMap(({ noteMarks }) => noteMarks ?? [])
    expect(marks).toEqual(['1:3'])
    expect(chapters[1]?.blocks.map(({ noteId }) => noteId)).toEqual(['1:3', '2:4'])
  })

  it('are known by a raised number of hardly smaller type, as browsers set it', async () => {
    const words = 'A short line that a mark is at the end of.'
    const above = typeset([prose(1, 100)])
    const top = (above.at(-1)?.y ?? 0) + 20
    const end = 60 + widthOfText(words, 10)
    const pages = [
      [
        ...above,
        { text: words, x: 60, y: top, size: 10 },
        { text: '1', x: end, y: top - 4, size: 8.4 },
        { text: '1', x: 60, y: 537, size: 5.88 },
        { text: 'What there is to say of it.', x: 64, y: 540, size: 7 },
      ],
    ]
    const { chapters } = await readAll(pdfFile({ pages }))
    expect(chapters.map(({ matter }) => matter)).toEqual(['body', 'notes'])
    expect(chapters[0]?.blocks).toEqual([
      { kind: 'paragraph', text: prose(1, 100) },
      { kind: 'paragraph', text: words, noteMarks: ['1:1'] },
    ])
    expect(chapters[1]?.blocks).toEqual([
      { kind: 'paragraph', text: 'What there is to say of it.', noteId: '1:1' },
    ])
  })

  it('have their marks taken out of the lines of both columns, where no note is on the page', async () => {
    const texts = [prose(1, 60), prose(2, 60)]
    const columns = texts.map((text, index) =>
      typeset([text], { x: 40 + 180 * index, top: 90 + index, measure: 26 }),
    )
    const marks = columns.flatMap((lines): Put[] => {
      const { text = '', x = 0, y = 0 } = lines[5] ?? {}
      return [{ text: '7', x: x + widthOfText(text, 10), y: y - 4, size: 8.4 }]
    })
    const { chapters } = await readAll(pdfFile({ pages: [[...columns.flat(), ...marks]] }))
    expect(chapters.flatMap(spokenOf)).toEqual(texts)
    expect(chapters.flatMap(({ blocks }) => blocks.map(({ noteMarks }) => noteMarks))).toEqual([
      [''],
      [''],
    ])
  })

  it('may be asked for by a star', async () => {
    const pages = [
      [
        ...typeset([prose(1), 'A word* with a star in the middle of it.']),
        { text: '* What the star says.', x: 60, y: 540, size: 8 },
      ],
    ]
    const { chapters } = await readAll(pdfFile({ pages }))
    expect(chapters[0]?.blocks[1]).toEqual({
      kind: 'paragraph',
      text: 'A word with a star in the middle of it.',
      noteMarks: ['1:*'],
    })
  })
})

describe('chapters', () => {
  const page = (number: number, ...puts: Put[]): Put[] => [
    ...puts,
    ...typeset([prose(number * 2), prose(number * 2 + 1)], { top: 120 }),
  ]

  it('are the outline’s, with its levels, two of them on one page', async () => {
    const second = { text: 'The Second', x: 60, y: 450, size: 10 }
    const file = pdfFile({
      pages: [
        page(0),
        [
          ...page(1, { text: 'The First', x: 60, y: 80, size: 14 }),
          second,
          ...typeset([prose(9, 20)], { top: 480 }),
        ],
        page(2),
      ],
      outline: [
        { title: 'Before', page: 0 },
        {
          title: 'Part',
          page: 1,
          top: 60,
          items: [
            { title: 'The First', page: 1, top: 62 },
            { title: 'The Second', page: 1, top: 438 },
          ],
        },
        { title: 'Nowhere' },
        { title: 'The Last', page: 2, top: 100 },
      ],
    })
    const { chapters, warnings } = await readAll(file)
    expect(chapters.map(({ title, level }) => `${level} ${title}`)).toEqual([
      '1 Before',
      '1 Part · The First',
      '2 The Second',
      '1 The Last',
    ])
    expect(chapters.map(linesOf)[2]).toEqual(['heading: The Second', `paragraph: ${prose(9, 20)}`])
    expect(warnings).toEqual([{ code: 'toc-entry-without-target', params: { title: 'Nowhere' } }])
  })

  it('are found by the size of their headings where there is no outline', async () => {
    const heading = (text: string, size: number, y = 80): Put => ({ text, x: 60, y, size })
    const { chapters, warnings } = await readAll(
      pdfFile({
        pages: [
          page(0, heading('PART ONE', 24, 50), heading('The Sea', 16)),
          page(1),
          page(2, heading('The Land', 16)),
          page(3),
          page(4, heading('PART TWO', 24, 50), heading('The Sky', 16)),
          page(5),
        ],
      }),
    )
    expect(chapters.map(({ title, level }) => `${level} ${title}`)).toEqual([
      '1 PART ONE · The Sea',
      '2 The Land',
      '1 PART TWO · The Sky',
    ])
    expect(warnings).toEqual([{ code: 'no-toc', params: {} }])
  })

  it('are found by their words where all type is of one size', async () => {
    const heading = (text: string): Put => ({
      text,
      x: 190 - widthOfText(text, 10) / 2,
      y: 80,
      size: 10,
    })
    const names = ['CHAPTER I', 'CHAPTER II', 'CHAPTER III']
    const { chapters } = await readAll(
      pdfFile({
        pages: names.flatMap((name, index) => [
          page(index * 2, heading(name)),
          page(index * 2 + 1),
        ]),
      }),
    )
    expect(chapters.map(({ title }) => title)).toEqual(names)
  })

  it('are twenty pages each where nothing tells, and no paragraph is cut', async () => {
    const all = Array.from({ length: 160 }, (_, index) => prose(index, 70))
    const pages = pagesOf(all, () => [])
    const { chapters } = await readAll(pdfFile({ pages }))
    expect(chapters.flatMap(spokenOf)).toEqual(all)
    expect(chapters).toHaveLength(Math.round(pages.length / 20))
  })

  it('have their heading in one piece, over several lines', async () => {
    const lines = breakLines('The Very Long Name of a Chapter That Takes Two Lines', 30)
    const heading = lines.map((text, index) => ({ text, x: 60, y: 60 + index * 22, size: 16 }))
    const { chapters } = await readAll(pdfFile({ pages: [page(0, ...heading), page(1)] }))
    expect(chapters.map(({ title }) => title)).toEqual([
      'The Very Long Name of a Chapter That Takes Two Lines',
    ])
  })
})

describe('what a PDF says of itself', () => {
  const pages = [typeset([prose(1), prose(2)])]
  const headerOf = async (file: Parameters<typeof pdfFile>[0]) =>
    (await readAll(pdfFile(file), 'The Name.pdf')).header

  it('is believed', async () => {
    const info = { Title: 'Größe', Author: 'Ann Author; Bea Writer' }
    expect(await headerOf({ pages, info, language: 'de-DE' })).toEqual({
      format: 'pdf',
      title: 'Größe',
      authors: ['Ann Author', 'Bea Writer'],
      language: 'de-DE',
    })
  })

  it.each(['Microsoft Word - x.doc', 'untitled', 'Presentation1', 'book.indd', ''])(
    'is not where it is %j',
    async (Title) => {
      const header = await headerOf({ pages, info: { Title, Author: 'admin' } })
      expect(header).toMatchObject({ title: 'The Name', authors: [], language: 'en' })
    },
  )
})

describe('the passes over all pages', () => {
  it('say every hundred pages at the latest that the book is still read', async () => {
    const pages = Array.from({ length: 450 }, (_, page) => typeset([prose(page, 12)]))
    const { kinds } = await readAll(pdfFile({ pages }))
    const passes = kinds.slice(kinds.indexOf('warning') + 1)
    // Edges, type, words, headings, levels twice, and the text itself.
    expect(passes.filter((kind) => kind === 'progress').length).toBeGreaterThan(7 * 4)
  })
})
