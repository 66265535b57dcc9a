// An EPUB of War and Peace's size: the cold terminal beside calibre's and pandoc's converters, and a warm read.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultSettings } from '../../../src/contract/index.ts'
import { bookLimits } from '../../../src/core/book/limits.ts'
import { readBook } from '../../../src/core/book/read-book.ts'
import { openFileSource } from '../../../src/io/books/file-source.ts'
import { openPdf } from '../../../src/io/books/pdf/pdf-file.ts'
import { openArchive } from '../../../src/io/books/zip-archive.ts'
import { epubFile } from '../../fixtures/epub-file.ts'
import type { Figure } from '../figure.ts'
import { inventedParagraphs } from '../speech/invented-book.ts'
import { megabytes, readThrough } from './reading.ts'

const lectern = join(import.meta.dirname, '../../../bin/lectern')
/** XHTML of the novel, in 365 chapters. */
const bookBytes = 3.7e6
const chapters = 365
const rounds = 3

/** As large as the novel, with its 440 foreign phrases and a note here and there. */
function largeEpub(): Buffer {
  const paragraphs = inventedParagraphs(1260)
  const length = paragraphs.reduce((sum, text) => sum + text.length + 8, 0) / paragraphs.length
  const perChapter = Math.ceil(bookBytes / chapters / length)
  const documents = Array.from({ length: chapters }, (_, index) => {
    const own = Array.from({ length: perChapter }, (_unused, n) => {
      const text = paragraphs[(index * perChapter * 11 + n * 7) % paragraphs.length] ?? ''
      const phrase = n === 3 ? '<i xml:lang="fr">Eh bien, mon prince.</i> ' : ''
      const mark = n === 9 ? '<a epub:type="noteref" href="c0.xhtml#n">1</a>' : ''
      return `<p>${phrase}${text}${mark}</p>`
    })
    return {
      name: `c${index}.xhtml`,
      body: `<section epub:type="chapter"><h2>Chapter ${index + 1}</h2>${own.join('\n')}</section>`,
    }
  })
  return epubFile({ title: 'A Long Novel', documents })
}

const isThere = (program: string): boolean => spawnSync('which', [program]).status === 0

function timed(program: string, args: readonly string[]): number {
  let best = Infinity
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    const { status, stderr } = spawnSync(program, args, { maxBuffer: 1 << 28, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${program}: ${stderr.slice(-2000)}`)
    best = Math.min(best, (performance.now() - began) / 1000)
  }
  return best
}

async function warmRead(path: string): Promise<number> {
  let best = Infinity
  for (let round = 0; round < rounds + 1; round++) {
    const began = performance.now()
    const readChunkBytes = 256 * 1024
    const source = await openFileSource(path, { maxFileBytes: 2 ** 31, readChunkBytes })
    const digest = () => source.digest()
    const limits = bookLimits(defaultSettings())
    const book = readBook(source, { openArchive, openPdf, digest, readChunkBytes, limits })
    for await (const event of book) if (event.kind === 'end') break
    await source.close()
    best = Math.min(best, (performance.now() - began) / 1000)
  }
  return best
}

const rivals = [
  {
    program: 'ebook-convert',
    args: (from: string, to: string) => [from, `${to}.txt`],
    goal: '≥ 5',
  },
  {
    program: 'pandoc',
    args: (from: string, to: string) => [from, '-t', 'plain', '-o', `${to}.plain`],
    goal: '≥ 5',
  },
]

export async function benchEpub(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-epub-'))
  try {
    const path = join(folder, 'novel.epub')
    writeFileSync(path, largeEpub())
    // The first run may build.
    spawnSync(lectern, ['inspect', path, '--json'], { maxBuffer: 1 << 28 })
    const cold = timed(lectern, ['inspect', path, '--json'])
    const compared = rivals.map(({ program, args, goal }): Figure => {
      const seconds = isThere(program) ? timed(program, args(path, join(folder, 'out'))) : null
      if (seconds === null) console.log(`${program}: skipped, it is not installed`)
      return {
        what: `EPUB of 3.7 MB, cold terminal against ${program}`,
        measured: `${cold.toFixed(2)} s`,
        comparedTo: seconds === null ? `${program}: not installed` : `${seconds.toFixed(2)} s`,
        ratio: seconds === null ? null : seconds / cold,
        goal,
      }
    })
    const warm = await warmRead(path)
    const child = await readThrough(path)
    return [
      ...compared,
      {
        what: 'EPUB of 3.7 MB, read in a running process',
        measured: `${warm.toFixed(3)} s`,
        comparedTo: '0.4 s',
        ratio: 0.4 / warm,
        goal: '≥ 1',
      },
      {
        what: 'EPUB of 3.7 MB, the reader’s peak memory',
        measured: megabytes(child.peakBytes),
        comparedTo: '220 MB',
        ratio: child.peakBytes === null ? null : (220 * 1024 ** 2) / child.peakBytes,
        goal: '≥ 1',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
