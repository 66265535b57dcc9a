// The studio's page in a real browser with a book of 50,000 segments: opening, scrolling, typing, memory.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type CDPSession, type Page } from '@playwright/test'
import { findChromium } from '../e2e/browser.ts'
import { startWebProcess } from '../e2e/web-shell.ts'
import type { Figure } from './figure.ts'
import {
  measureKeys,
  openFirstBook,
  scrollBareList,
  scrollRows,
  takeKeyTimes,
} from './desk-in-page.js'

const chapters = 50
const rowsOfChapter = 1000
const frames = 300
/** Pixels a frame: faster than anybody reads, as fast as a thumb on the bar. */
const stride = 700
/** Milliseconds between two presses of a key held down, at the fastest that Windows has. Pressed without any rest, a
 * browser puts keys before frames, and the figure tells of its queue, not of the studio. */
const keyRepeat = 33

type Frames = { times: number[]; blank: number; ghosts: number }

/** `isLong`: ten minutes of scripted use instead of one. */
export async function benchDesk(isLong: boolean): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-desk-'))
  const book = join(folder, 'long.txt')
  writeFileSync(book, longBook())
  const door = await startWebProcess(join(folder, 'data'), {}, [book])
  const browser = await chromium.launch({ executablePath: findChromium() })
  try {
    const page = await (
      await browser.newContext({ viewport: { width: 1440, height: 900 } })
    ).newPage()
    await page.goto(door.link)
    await page.getByRole('grid').waitFor({ timeout: 300_000 })
    await page.goto(new URL('/', door.link).href)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    const opened = await page.evaluate(openFirstBook)
    await page.getByRole('row').first().waitFor()
    const bare = await page.evaluate(scrollBareList, {
      frames,
      stride,
      rows: chapters * rowsOfChapter,
    })
    const ours = await page.evaluate(scrollRows, { frames, stride })
    return [
      {
        what: `a book of ${chapters * rowsOfChapter} segments: first rows`,
        measured: `${opened.toFixed(0)} ms`,
        ...{ comparedTo: '–', ratio: null, goal: '< 1,000 ms' },
      },
      ...scrolling(ours, bare),
      ...(await typing(page)),
      ...(await memory(page, isLong ? 600 : 60)),
    ]
  } finally {
    await browser.close()
    door.process.kill('SIGTERM')
    await door.ended
    rmSync(folder, { recursive: true, force: true })
  }
}

function scrolling(ours: Frames, bare: Frames): Figure[] {
  const [mine, other] = [at(ours.times, 0.95), at(bare.times, 0.95)]
  return [
    {
      what: `scrolling ${stride} px a frame, p95 frame`,
      measured: `${mine.toFixed(1)} ms (median ${at(ours.times, 0.5).toFixed(1)})`,
      comparedTo: `bare list ${other.toFixed(1)} ms`,
      ratio: mine / other,
      goal: '≤ 28 ms and ≤ 1.3',
    },
    {
      what: 'frames without any row in the middle',
      measured: `${ours.blank} of ${ours.times.length}`,
      comparedTo: `bare list ${bare.blank}; rows still without text ${ours.ghosts}`,
      ...{ ratio: null, goal: '0' },
    },
  ]
}

async function typing(page: Page): Promise<Figure[]> {
  await page.getByRole('grid').focus()
  await page.evaluate(measureKeys)
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('ArrowDown')
    await page.waitForTimeout(keyRepeat)
  }
  const steps = await page.evaluate(takeKeyTimes)
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Text of the segment' }).waitFor()
  await page.evaluate(takeKeyTimes)
  await page.keyboard.type('The quick brown fox jumps over the lazy dog, and then once more.', {
    delay: keyRepeat,
  })
  const letters = await page.evaluate(takeKeyTimes)
  await page.keyboard.press('Escape')
  const figure = (what: string, times: number[]): Figure => ({
    what,
    measured: `p95 ${at(times, 0.95).toFixed(1)} ms (median ${at(times, 0.5).toFixed(1)})`,
    ...{ comparedTo: '–', ratio: null, goal: '≤ 50 ms' },
  })
  return [
    figure('a letter typed into a row, 30 a second, until painted', letters),
    figure('the arrow key held down, 30 rows a second, until painted', steps),
  ]
}

/** Heap after a collection, over and over while the page is used; and what the page asked of its core meanwhile. */
async function memory(page: Page, seconds: number): Promise<Figure[]> {
  const cdp = await page.context().newCDPSession(page)
  const heap: number[] = []
  // The first round fills what is kept on purpose: pages of rows, fonts, compiled code.
  await use(page)
  await use(page)
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/call/')) asked.push(pathname.slice('/call/'.length))
  })
  const began = performance.now()
  while (performance.now() < began + seconds * 1000 || heap.length < 8) {
    await use(page)
    heap.push(await heapOf(cdp))
  }
  const minutes = (performance.now() - began) / 60_000
  const part = Math.max(2, Math.floor(heap.length / 4))
  const early = at(heap.slice(0, part), 0.5)
  const late = at(heap.slice(-part), 0.5)
  return [
    {
      what: `heap of the page over ${seconds} s of use, ${heap.length} rounds`,
      measured: `${megabytes(late)} at the end`,
      comparedTo: `${megabytes(early)} at the beginning`,
      ratio: late / early,
      goal: '0.95 to 1.05',
    },
    {
      what: `commands in a minute of use, ${(heap.length / minutes).toFixed(0)} rounds`,
      measured: `${(asked.length / minutes).toFixed(0)}`,
      comparedTo: mostAsked(asked, heap.length),
      ratio: null,
      goal: '–',
    },
  ]
}

/** The three commands asked most, with how often in one round of use. */
function mostAsked(asked: readonly string[], rounds: number): string {
  return Object.entries(Object.groupBy(asked, (command) => command))
    .map(([command, times]) => ({ command, each: (times?.length ?? 0) / rounds }))
    .toSorted((a, b) => b.each - a.each)
    .slice(0, 3)
    .map(({ command, each }) => `${command} ${each.toFixed(1)}`)
    .join(', ')
}

const megabytes = (bytes: number) => `${(bytes / 1024 ** 2).toFixed(1)} MB`

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize
}

/** What a person does in a while: scrolls, goes to chapters, writes, finds, looks at panels. */
async function use(page: Page): Promise<void> {
  await page.evaluate(scrollRows, { frames: 40, stride })
  await page.getByRole('grid').focus()
  for (let chapter = 0; chapter < 5; chapter += 1) await page.keyboard.press(']')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Some words.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('harbour')
  await page
    .getByRole('search')
    .getByRole('status')
    .getByText(/places/)
    .waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('grid').focus()
  for (let chapter = 0; chapter < 5; chapter += 1) await page.keyboard.press('[')
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Paragraphs of one segment each. */
function longBook(): string {
  const words =
    'the harbour lay still under a grey sky and nobody spoke of the ship that was late'.split(' ')
  const paragraph = (number: number) => {
    const turned = [...words.slice(number % words.length), ...words.slice(0, number % words.length)]
    return `Line ${number} of it says that ${turned.join(' ')}, for ${turned.toReversed().join(' ')}.`
  }
  return Array.from(
    { length: chapters },
    (_, chapter) =>
      `Chapter ${chapter + 1}\n\n${Array.from({ length: rowsOfChapter }, (__, row) => paragraph(chapter * rowsOfChapter + row)).join('\n\n')}`,
  ).join('\n\n\n')
}
