// Read-along books of the corpus's EPUBs: well-formed, and lit where the words are that are spoken.
import { existsSync, readFileSync } from 'node:fs'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { corpus } from '../../fixtures/corpus-books.ts'
import { epubEntries } from '../../fixtures/epub-entries.ts'
import { rightlyLit } from '../../fixtures/rightly-lit.ts'
import { weaveBook, type WovenBook } from '../../fixtures/woven-book.ts'

const folder = `${corpus}epub/`
/** EPUB 2, page breaks, converted pages, a play in tables. All, and in epubcheck: npm run bench -- overlay. */
const novels = [
  'gen_frankenstein_epub2.epub',
  'idpf_childrens-literature.epub',
  'pg521_robinson-crusoe_epub3.epub',
  'se_hamlet.epub',
]
const isHere = novels.every((name) => existsSync(folder + name))

/** The first thing that no XML parser forgives; null: nothing. */
function complaintOf(text: string): string | null {
  const parser = new SaxesParser({ xmlns: true })
  let first: string | null = null
  parser.on('error', (error) => (first ??= error.message))
  parser.write(text).close()
  return first
}

describe.skipIf(!isHere).each(novels)('the read-along book of %s', (name) => {
  let book: WovenBook
  let texts: Map<string, string>
  beforeAll(async () => {
    book = await weaveBook(folder + name)
    const entries = await epubEntries(readFileSync(book.path ?? ''))
    texts = new Map(
      entries
        .filter((entry) => /\.(?:x?html?|opf|smil|ncx)$/.test(entry.name))
        .map((entry) => [entry.name, Buffer.from(entry.bytes).toString()]),
    )
  })
  afterAll(() => book.remove())

  it('is well-formed in all its documents', () => {
    const wrong = [...texts].flatMap(([path, text]) => {
      const complaint = complaintOf(text)
      return complaint === null ? [] : [`${path}: ${complaint}`]
    })
    expect(wrong).toEqual([])
  })

  it('lights the right words at the right time, for 99 of 100 segments and more', () => {
    const { heard, right } = rightlyLit(book, texts)
    expect(heard).toBeGreaterThan(300)
    expect(right / heard).toBeGreaterThanOrEqual(0.99)
  })
})
