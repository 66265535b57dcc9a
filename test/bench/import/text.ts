// Plain text of 100 MB, and of 1 GB when asked: how fast it is read, and that memory does not grow with it.
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure } from '../figure.ts'
import { inventedParagraphs } from '../speech/invented-book.ts'
import { megabytes, readThrough, type Reading } from './reading.ts'

const MB = 1e6
const goalMegabytes = 150

/** Wrapped lines, a heading every few hundred paragraphs, as plain-text books have them. */
function writeBook(path: string, bytes: number): void {
  const paragraphs = inventedParagraphs(1260).map(wrapped)
  const file = openSync(path, 'w')
  let written = 0
  for (let chapter = 1; written < bytes; chapter++) {
    const own = paragraphs.map((_, index) => paragraphs[(index * 7 + chapter) % paragraphs.length])
    written += writeSync(file, `\n\n\nCHAPTER ${chapter}\n\n${own.join('\n\n')}\n`)
  }
  closeSync(file)
}

const wrapped = (paragraph: string): string => paragraph.replace(/(.{50,70}) /g, '$1\n')

/** `large`: also 1 GB, which takes about a minute. */
export async function benchText(large = false): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-text-'))
  try {
    const small = await measure(folder, 100)
    if (!large) {
      console.log('text of 1 GB: skipped, it was not asked for')
      return [speed(100, small), memory(100, small)]
    }
    const whole = await measure(folder, 1000)
    const growth: Figure = {
      what: 'text of 1 GB, memory',
      measured: megabytes(whole.peakBytes),
      comparedTo: `of 100 MB ${megabytes(small.peakBytes)}`,
      ratio: whole.peakBytes && small.peakBytes ? whole.peakBytes / small.peakBytes : null,
      goal: '< 1.1',
    }
    return [speed(100, small), memory(100, small), speed(1000, whole), memory(1000, whole), growth]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string, size: number): Promise<Reading> {
  const path = join(folder, `${size}.txt`)
  writeBook(path, size * MB)
  const reading = await readThrough(path)
  rmSync(path)
  console.log(`text of ${size} MB: ${reading.chapters} chapters in ${reading.seconds.toFixed(1)} s`)
  return reading
}

const speed = (size: number, { seconds }: Reading): Figure => ({
  what: `text of ${size} MB`,
  measured: `${(size / seconds).toFixed(1)} MB/s`,
  comparedTo: '15 MB/s',
  ratio: size / seconds / 15,
  goal: '≥ 1',
})

const memory = (size: number, { peakBytes }: Reading): Figure => ({
  what: `text of ${size} MB, the reader’s peak memory`,
  measured: megabytes(peakBytes),
  comparedTo: `${goalMegabytes} MB`,
  ratio: peakBytes === null ? null : (goalMegabytes * 1024 ** 2) / peakBytes,
  goal: '≥ 1',
})
