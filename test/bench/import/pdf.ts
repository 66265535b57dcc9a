// A PDF of 300 full pages in the reader's process: pages a second, start excluded, and memory; beside pdftotext.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultSettings } from '../../../src/contract/index.ts'
import { createBookReader } from '../../../src/io/books/book-reader.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'
import type { Launch } from '../../../src/io/process/channel.ts'
import { pdfFile } from '../../fixtures/pdf-file.ts'
import { prose, typeset } from '../../fixtures/pdf-type.ts'
import type { Figure } from '../figure.ts'

const entry = new URL('../../../src/workers/reader.ts', import.meta.url)
const corpusBook = join(
  import.meta.dirname,
  '../../../../shared/corpus/pdf/gen_time-machine_header-footer.pdf',
)
const pageCount = 300

export async function benchPdf(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  try {
    const one = join(folder, 'one.pdf')
    const many = join(folder, 'many.pdf')
    writeFileSync(one, fullPages(1))
    writeFileSync(many, fullPages(pageCount))
    const start = await best(one)
    const figures = await figuresOf(`PDF of ${pageCount} full pages`, many, pageCount, start)
    if (!existsSync(corpusBook)) {
      console.log('PDF of the corpus: skipped, it is not there')
      return figures
    }
    return [...figures, ...(await figuresOf('The Time Machine, PDF', corpusBook, 191, start))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** About 2,000 letters a page, as in a printed novel, with a head and a number. */
const fullPages = (count: number): Buffer =>
  pdfFile({
    pages: Array.from({ length: count }, (_, page) => [
      { text: 'A BOOK OF WORDS', x: 150, y: 40, size: 9 },
      ...typeset([prose(page * 3, 90), prose(page * 3 + 1, 90), prose(page * 3 + 2, 70)]),
      { text: `${page + 1}`, x: 200, y: 570, size: 9 },
    ]),
  })

type Run = { seconds: number; peakBytes: number | null }

async function figuresOf(what: string, path: string, pages: number, start: Run): Promise<Figure[]> {
  const run = await best(path)
  const seconds = Math.max(0.001, run.seconds - start.seconds)
  const other = pdftotextSeconds(path)
  const megabytes = run.peakBytes === null ? '–' : `${(run.peakBytes / 1024 ** 2).toFixed(0)} MB`
  return [
    {
      what: `${what}: pages a second`,
      measured: `${(pages / seconds).toFixed(0)} (${run.seconds.toFixed(2)} s with the start)`,
      comparedTo: other === null ? 'pdftotext: not installed' : `pdftotext ${other.toFixed(2)} s`,
      ratio: other === null ? null : other / seconds,
      goal: '≥ 100',
    },
    {
      what: `${what}: reader`,
      measured: megabytes,
      comparedTo: '–',
      ratio: null,
      goal: '≤ 250 MB',
    },
  ]
}

async function best(path: string): Promise<Run> {
  const runs: Run[] = []
  for (let turn = 0; turn < 3; turn++) runs.push(await readOnce(path))
  return {
    seconds: Math.min(...runs.map(({ seconds }) => seconds)),
    peakBytes: runs[0]?.peakBytes ?? null,
  }
}

async function readOnce(path: string): Promise<Run> {
  let pid: number | undefined
  let peakBytes: number | null = null
  const launch: Launch = (address, options) => {
    const channel = forkProcess(address, options)
    pid = channel.pid
    return channel
  }
  const reader = createBookReader({
    launch,
    entry,
    clock: systemClock,
    settings: defaultSettings,
  })
  const began = performance.now()
  for await (const event of reader.read(path, new AbortController().signal))
    if (event.kind === 'end') peakBytes = peakOf(pid)
  return { seconds: (performance.now() - began) / 1000, peakBytes }
}

/** The most a process ever had, where the kernel tells. */
function peakOf(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
  } catch {
    return null
  }
}

function pdftotextSeconds(path: string): number | null {
  if (spawnSync('pdftotext', ['-v']).error) {
    console.log('pdftotext: skipped, it is not installed')
    return null
  }
  const times = [1, 2, 3].map(() => {
    const began = performance.now()
    spawnSync('pdftotext', [path, '-'], { maxBuffer: 1 << 28 })
    return (performance.now() - began) / 1000
  })
  return Math.min(...times)
}
