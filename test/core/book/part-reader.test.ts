// Books in parts of an archive: how far they are read is told from the beginning, and all that was lost.
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../src/contract/index.ts'
import { bookLimits } from '../../../src/core/book/limits.ts'
import { readBook } from '../../../src/core/book/read-book.ts'
import type { ReadEvent } from '../../../src/core/ports/books.ts'
import { openPdf } from '../../../src/io/books/pdf/pdf-file.ts'
import { openArchive } from '../../../src/io/books/zip-archive.ts'
import { docxFile, para } from '../../fixtures/docx-file.ts'
import { memorySource } from '../../fixtures/memory-source.ts'
import { odtFile } from '../../fixtures/odt-file.ts'
import { prose } from '../../fixtures/pdf-type.ts'
import { readAll } from '../../fixtures/read-all.ts'
import { zipFile, type ZipEntry } from '../../fixtures/zip-file.ts'

const paragraphs = (count: number, write: (text: string) => string) =>
  Array.from({ length: count }, (_, index) => write(prose(index, 60))).join('')
const odtParagraph = (text: string) => `<text:p>${text}</text:p>`
const note = (text: string, id = 1) => `<w:footnote w:id="${id}">${para(text)}</w:footnote>`

/** One too long to be kept is read twice. */
const books = (count: number): [what: string, file: Buffer][] => [
  [
    'a Word document with notes',
    docxFile({ body: paragraphs(count, para), footnotes: paragraphs(count / 4, note) }),
  ],
  ['an OpenDocument text', odtFile({ body: paragraphs(count, odtParagraph) })],
  [
    'a zipped FictionBook',
    zipFile([
      {
        name: 'a.fb2',
        bytes: `<?xml version="1.0"?><FictionBook><body>${paragraphs(count, (text) => `<p>${text}</p>`)}</body></FictionBook>`,
      },
    ]),
  ],
]

async function eventsOf(file: Buffer): Promise<ReadEvent[]> {
  const source = memorySource(file, 'book')
  const digest = () => source.digest()
  const limits = bookLimits(defaultSettings())
  const reading = { openArchive, openPdf, digest, readChunkBytes: 64 * 1024, limits }
  const events: ReadEvent[] = []
  for await (const event of readBook(source, reading)) events.push(event)
  return events
}

describe.each([
  ['kept', books(400)],
  ['read twice', books(30_100)],
])('a book that is %s', (_how, all) => {
  it.each(all)(
    'tells how far it is before it is known and after, never less: %s',
    async (_what, file) => {
      const events = await eventsOf(file)
      const reached = (some: readonly ReadEvent[]) =>
        some.flatMap((event) => (event.kind === 'progress' ? [event.doneBytes] : []))
      const first = reached(
        events.slice(
          0,
          events.findIndex(({ kind }) => kind === 'header'),
        ),
      )
      expect(new Set(first).size).toBeGreaterThan(2)
      const whole = reached(events)
      expect(whole).toEqual(whole.toSorted((a, b) => a - b))
      expect(whole.at(-1)).toBe(file.length)
    },
  )
})

describe('bytes that are no letters', () => {
  /** Few among letters that are right, so that the text is still UTF-8: each ¤ becomes one. */
  const lost = `Gr${'\u00fc'.repeat(20)}\u00dfe \u00a4`
  const spoiled = (entries: ZipEntry[]): ZipEntry[] =>
    entries.map(({ name, bytes }) => {
      const text = Buffer.from(bytes).toString('latin1').replaceAll('\u00c2\u00a4', '\u00ff')
      return { name, bytes: Buffer.from(text, 'latin1') }
    })

  it('are counted in all parts of a Word document, once though it is read twice', async () => {
    const body = para(`${lost} ${lost}`) + paragraphs(30_100, para)
    const file = docxFile({ body, footnotes: note(lost), entries: spoiled })
    expect((await readAll(file)).warnings).toContainEqual({
      code: 'bytes-replaced',
      params: { count: 3 },
    })
  })

  it('are counted in an OpenDocument’s text, and not in its styles', async () => {
    const styles = `<style:style style:name="${lost}" style:family="paragraph"/>`
    const file = odtFile({ body: odtParagraph('Words.'), styles, entries: spoiled })
    expect((await readAll(file)).warnings).toEqual([])
    const other = odtFile({ body: odtParagraph(lost), styles, entries: spoiled })
    expect((await readAll(other)).warnings).toEqual([
      { code: 'bytes-replaced', params: { count: 1 } },
    ])
  })
})
