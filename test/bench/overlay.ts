// Read-along books of all EPUBs of the corpus: what epubcheck says of them that it did not say of their books.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { chromium, type Browser } from '@playwright/test'
import { findChromium } from '../e2e/browser.ts'
import { corpus } from '../fixtures/corpus-books.ts'
import { checkEpub, hasEpubCheck, type EpubComplaints } from '../fixtures/epub-check.ts'
import { epubEntries } from '../fixtures/epub-entries.ts'
import { openReadAlong } from '../fixtures/read-along-page.ts'
import { lettersIn, readAlongPairs } from '../fixtures/read-along-pairs.ts'
import { rightlyLit } from '../fixtures/rightly-lit.ts'
import { weaveBook } from '../fixtures/woven-book.ts'
import type { Figure } from './figure.ts'

/** Takes some seconds for each book: epubcheck is asked twice. */
export async function benchOverlay(): Promise<Figure[]> {
  const folder = `${corpus}epub/`
  if (!existsSync(folder) || !hasEpubCheck) {
    console.log('overlay: skipped, the corpus or epubcheck is not there')
    return []
  }
  const figures: Figure[] = []
  const args = ['--no-sandbox']
  const browser = await chromium.launch({ executablePath: findChromium(), args })
  try {
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.epub')))
      figures.push(await check(browser, folder + name, name))
  } finally {
    await browser.close()
  }
  return figures
}

/** Every so many-th pair is looked at in a browser. */
const lookEvery = 10

/** How many of the pairs are lit in a browser, with their words, of how many. */
async function litInBrowser(browser: Browser, files: ReadonlyMap<string, Buffer>): Promise<string> {
  const texts = new Map([...files].map(([name, bytes]) => [name, bytes.toString()]))
  const pairs = readAlongPairs(texts).filter((_, index) => index % lookEvery === 0)
  const page = await openReadAlong(browser, files, pairs)
  const lit = await page.light(pairs)
  const right = lit.filter(
    ({ text, colour }, index) =>
      colour === 'rgb(253, 230, 138)' && lettersIn(text) === lettersIn(pairs[index]?.text ?? ''),
  )
  return `${right.length} of ${pairs.length} lit in Chromium`
}

const told = ({ count: { fatals, errors, warnings } }: EpubComplaints): string =>
  `${fatals} fatals, ${errors} errors, ${warnings} warnings`

async function check(browser: Browser, path: string, name: string): Promise<Figure> {
  const goal = '1; no new complaint'
  const began = performance.now()
  const book = await weaveBook(path).catch((error: unknown) => String(error))
  if (typeof book === 'string')
    return { what: name, measured: book, comparedTo: '', ratio: null, goal: 'no EPUB to read' }
  const ms = Math.round(performance.now() - began)
  try {
    if (book.path === null)
      return { what: name, measured: 'from the text', comparedTo: '', ratio: null, goal }
    const entries = await epubEntries(readFileSync(book.path))
    const files = new Map(entries.map((entry) => [entry.name, Buffer.from(entry.bytes)]))
    const texts = new Map([...files].map(([file, bytes]) => [file, bytes.toString()]))
    const { heard, right } = rightlyLit(book, texts)
    const [before, after] = [checkEpub(path), checkEpub(book.path)]
    for (const line of after.lines)
      if (!before.lines.includes(line)) console.log(`overlay: new in ${name}: ${line}`)
    return {
      what: name,
      measured: `${told(after)}; ${right} of ${heard} segments, ${await litInBrowser(browser, files)}, ${ms} ms`,
      comparedTo: `the book: ${told(before)}`,
      ratio: right / heard,
      goal,
    }
  } finally {
    book.remove()
  }
}
