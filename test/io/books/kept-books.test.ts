// Files of imported books: kept once, given back whole, dropped when nobody uses them.
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../src/contract/index.ts'
import type { KeptBooks } from '../../../src/core/ports/kept-books.ts'
import { openKeptBooks } from '../../../src/io/books/kept-books.ts'
import { onePage } from '../../fixtures/epub-file.ts'

const book = onePage('<p>One.</p>')
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const digest = digestOf(book)
const { signal } = new AbortController()

let folder: string
let kept: KeptBooks
const names = () => readdirSync(join(folder, 'books'))
const at = (name: string) => join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-kept-'))
  kept = openKeptBooks(at('books'), defaultSettings)
  writeFileSync(at('a.epub'), book)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a kept book', () => {
  it('is the file, under its digest, once', async () => {
    await kept.keep(at('a.epub'), digest, signal)
    await kept.keep(at('a.epub'), digest, signal)
    expect(names()).toEqual([`${digest}.epub`])
    expect(readFileSync(at(`books/${digest}.epub`)).equals(book)).toBe(true)
    expect(await kept.stats()).toMatchObject({ kind: 'books', entries: 1, bytes: book.length })
  })

  it('that was cut short is kept anew when its book is imported again', async () => {
    await kept.keep(at('a.epub'), digest, signal)
    writeFileSync(at(`books/${digest}.epub`), book.subarray(0, 100))
    await kept.keep(at('a.epub'), digest, signal)
    expect(readFileSync(at(`books/${digest}.epub`)).equals(book)).toBe(true)
    expect(names()).toEqual([`${digest}.epub`])
  })

  it('is opened as what it is, and is null where it was never kept', async () => {
    await kept.keep(at('a.epub'), digest, signal)
    const opened = await kept.open(digest)
    expect(opened?.archive.names).toContain('OEBPS/one.xhtml')
    await opened?.archive.close()
    expect(await kept.open('0'.repeat(64))).toBeNull()
  })

  it('is refused where the file is another by now, and leaves nothing behind', async () => {
    writeFileSync(at('a.epub'), onePage('<p>Two.</p>'))
    await expect(kept.keep(at('a.epub'), digest, signal)).rejects.toMatchObject({
      failure: { code: 'file-changed' },
    })
    expect(names()).toEqual([])
  })

  it('is told of in the words of the disk where it cannot be written', async () => {
    writeFileSync(at('books'), 'a file where the folder is to be')
    await expect(kept.keep(at('a.epub'), digest, signal)).rejects.toMatchObject({
      failure: { code: 'folder-not-writable', params: { folder: at('books') } },
    })
  })

  it.skipIf(!existsSync('/dev/full'))(
    'says so when the disk is full, and leaves nothing behind',
    async () => {
      mkdirSync(at('books'))
      symlinkSync('/dev/full', at(`books/${digest}.epub.part`))
      await expect(kept.keep(at('a.epub'), digest, signal)).rejects.toMatchObject({
        failure: { code: 'disk-full', params: { folder: at('books') } },
      })
      expect(names()).toEqual([])
    },
  )

  it('leaves nothing behind when it is cancelled', async () => {
    const gone = AbortSignal.abort()
    await expect(kept.keep(at('a.epub'), digest, gone)).rejects.toThrow(/abort/i)
    expect(names()).toEqual([])
  })
})

describe('a sweep', () => {
  it('drops what nobody uses and what a crash has left', async () => {
    const release = await kept.keep(at('a.epub'), digest, signal)
    release()
    mkdirSync(at('books'), { recursive: true })
    writeFileSync(at('books/else.epub'), 'x')
    writeFileSync(at(`books/${digest}.epub.part`), 'x')
    await kept.sweep(async () => new Set([digest]))
    expect(names()).toEqual([`${digest}.epub`])
    await kept.sweep(async () => new Set())
    expect(names()).toEqual([])
  })

  it('takes nothing from an import that is under way', async () => {
    const first = await kept.keep(at('a.epub'), digest, signal)
    const second = await kept.keep(at('a.epub'), digest, signal)
    first()
    first()
    await kept.sweep(async () => new Set())
    expect(names()).toHaveLength(1)
    second()
    await kept.sweep(async () => new Set())
    expect(names()).toEqual([])
  })
})
