// Kindle books to chapters: what is heard of them, and which are refused.
import { describe, expect, it } from 'vitest'
import { mobiFile, type MobiEdition } from '../../fixtures/mobi-file.ts'
import { failureOfReading, linesOf, readAll } from '../../fixtures/read-all.ts'

const prose = 'It was a dark and stormy night, and the rain fell in torrents on the town. '.repeat(
  120,
)
const html = (body: string) => `<html><head><guide></guide></head><body>${body}</body></html>`
const read = (edition: MobiEdition, newer?: MobiEdition) => readAll(mobiFile(edition, newer))
const refusal = (edition: MobiEdition, newer?: MobiEdition) =>
  failureOfReading(read(edition, newer))
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

describe('a Kindle book', () => {
  it('says title, author and language, and has a cover', async () => {
    const { header, cover } = await read({
      html: html('<p>Some words.</p>'),
      title: 'Emma &amp; others',
      author: 'Jane Austen',
      language: 'en-gb',
      cover: gif,
    })
    expect(header).toEqual({
      format: 'mobi',
      title: 'Emma & others',
      authors: ['Jane Austen'],
      language: 'en-GB',
    })
    expect([cover?.mediaType, cover?.bytes.length]).toEqual(['image/gif', gif.length])
  })

  it.each(['none', 'palmdoc', 'huff'] as const)(
    'has the same text whatever it is packed by: %s',
    async (compression) => {
      const { chapters } = await read({ html: html(`<p>Déjà vu — ${prose}</p>`), compression })
      expect(chapters.flatMap(linesOf)).toEqual([`paragraph: Déjà vu — ${prose.trim()}`])
    },
  )

  it('unpacks phrases that are packed themselves', async () => {
    const { chapters } = await read({
      html: html('<p>Sense \u0000 Sensibility.</p>'),
      compression: 'huff',
    })
    expect(chapters.flatMap(linesOf)).toEqual(['paragraph: Sense and Sensibility.'])
  })

  it('in Windows’ letters is read as it says', async () => {
    const { chapters } = await read({ html: html('<p>Café.</p>'), encoding: 'latin1' })
    expect(chapters.flatMap(linesOf)).toEqual(['paragraph: Café.'])
  })

  it('has chapters where its index says, also within a tag, with their levels', async () => {
    const { chapters } = await read({
      html: html(
        `<p>PART ONE</p><mbp:pagebreak/><p id="x"><b>The Sea</b></p><p>${prose}</p><a></a><p>The Shore</p><p>${prose}</p>`,
      ),
      toc: [
        { title: 'Part One', at: '<p>PART' },
        { title: 'The Sea', at: ' id="x"', depth: 1 },
        { title: 'The Shore', at: '<p>The Shore', depth: 1 },
      ],
    })
    expect(chapters.map(({ level, title, blocks }) => [level, title, blocks[0]?.text])).toEqual([
      [1, 'Part One', 'PART ONE'],
      [2, 'The Sea', 'The Sea'],
      [2, 'The Shore', 'The Shore'],
    ])
  })

  it('without an index has them at headings, and without those at page breaks', async () => {
    const headed = html(
      `<h1>One</h1><p>${prose}</p><mbp:pagebreak/><p>${prose}</p><h1>Two</h1><p>Words.</p>`,
    )
    expect((await read({ html: headed })).chapters.map(({ title }) => title)).toEqual([
      'One',
      'Two',
    ])
    const paged = html(`<p>${prose}</p><mbp:pagebreak /><p>${prose}</p>`)
    expect((await read({ html: paged })).chapters).toHaveLength(2)
  })

  it('loses its note marks', async () => {
    const { chapters } = await read({
      html: html('<p>Words<a filepos=0000000123><sup>1</sup></a>, and more.</p>'),
    })
    expect(chapters.flatMap(linesOf)).toEqual(['paragraph: Words, and more.'])
  })

  it('of two formats is read in the newer one', async () => {
    const { chapters } = await read(
      { html: html('<p>Older.</p>') },
      { html: html('<p>Newer.</p>'), compression: 'palmdoc' },
    )
    expect(chapters.flatMap(linesOf)).toEqual(['paragraph: Newer.'])
  })
})

describe('a Kindle book is refused', () => {
  it.each([
    ['the first kind', { html: html('x'), encryption: 1 }, undefined],
    ['the second kind', { html: html('x'), encryption: 2 }, undefined],
    ['its newer format', { html: html('x') }, { html: html('x'), encryption: 2 }],
  ])('when it is protected: by %s', async (_by, edition, newer) => {
    expect(await refusal(edition, newer)).toMatchObject({
      code: 'book-protected',
      params: { scheme: 'Kindle DRM' },
    })
  })

  it('when what it holds is no text', async () => {
    const noise = Array.from({ length: 20_000 }, (_, n) =>
      String.fromCharCode((n * n * 7919) % 256),
    )
    expect(await refusal({ html: noise.join(''), encoding: 'latin1' })).toMatchObject({
      code: 'book-damaged',
      detail: 'what it holds is no text',
    })
  })

  it.each([
    ['is cut off in its list', (file: Buffer) => file.subarray(0, 80)],
    ['is cut off in its text', (file: Buffer) => file.subarray(0, 2000)],
    ['has no records', (file: Buffer) => Buffer.concat([file.subarray(0, 76), Buffer.alloc(2)])],
    [
      'has a header of zeros',
      (file: Buffer) => Buffer.concat([file.subarray(0, 130), Buffer.alloc(900)]),
    ],
  ])('when it %s', async (_what, damage) => {
    const file = damage(mobiFile({ html: html(`<p>${prose}</p>`) }))
    expect((await failureOfReading(readAll(file))).code).toBe('book-damaged')
  })

  it('when it promises more records than there are', async () => {
    expect((await refusal({ html: html('<p>Words.</p>'), textRecords: 60_000 })).code).toBe(
      'book-damaged',
    )
  })
})
