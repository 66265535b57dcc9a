// How soon the door answers: watchers, lists, takes; and many callers while a book is narrated.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { forkProcess } from '../../../src/io/process/fork.ts'
import { openPorts } from '../../../src/io/open-ports.ts'
import { samplePathFrom, workerEntries } from '../../../src/io/places.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import { callsOf } from '../../fixtures/studio-calls.ts'
import { sentencesOf } from '../../fixtures/sentences.ts'
import type { Figure } from '../figure.ts'
import { quantileOf } from '../../../src/core/base/quantile.ts'
import { openWebDoor, timed, type WebDoor } from './web-door.ts'

const quantile = (values: readonly number[], share: number) => quantileOf(values, share) ?? 0

const books = 1000
const calls = 1000
const lines = 10

/** So many chapters of sentences, no two alike. */
export function novel(chapters: number, paragraphs: number): string {
  const english = sentencesOf('en')
  const sentence = (number: number) => `${english[number % english.length]} That was ${number}.`
  const chapter = (at: number) =>
    Array.from({ length: paragraphs }, (_, index) => sentence(at * paragraphs + index)).join('\n\n')
  return Array.from({ length: chapters }, (_, at) => `Chapter ${at + 1}\n\n${chapter(at)}`).join(
    '\n\n\n',
  )
}

export async function benchAnswers(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-books-'))
  const long = join(folder, 'long.txt')
  writeFileSync(long, novel(20, 100))
  const small = Array.from({ length: books }, (_, index) => {
    const path = join(folder, `book-${index}.txt`)
    writeFileSync(path, `Book ${index}\n\nIt is the ${index}th of a thousand.\n`)
    return path
  })
  const quiet = await openWebDoor(small)
  try {
    await imported(quiet, books)
    const figures = await watched(quiet)
    await quiet.close()
    return [...figures, ...(await whileNarrating(long)), ...(await cachedTakes(long))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function imported(door: WebDoor, count: number): Promise<void> {
  for (;;) {
    const { projects } = await door.ask('library.list', {})
    if (projects.length >= count) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function watched(door: WebDoor): Promise<Figure[]> {
  await door.watch('/metrics')
  const scrape = await timed(100, () => door.watch('/metrics'))
  const health = await timed(200, () => door.watch('/health'))
  await door.ask('voice.list', {})
  const voices = await timed(50, () => door.ask('voice.list', {}))
  const list = await timed(20, () => door.ask('library.list', {}))
  const row = (what: string, times: number[], goal: string): Figure => ({
    what,
    measured: `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`,
    ...{ comparedTo: '–', ratio: null, goal },
  })
  return [
    row(`/metrics with ${books} books`, scrape, '< 20 ms'),
    row('/health', health, '≤ 10 ms'),
    row('list of voices, cached', voices, '≤ 50 ms'),
    row(`list of ${books} books`, list, '–'),
  ]
}

async function whileNarrating(book: string): Promise<Figure[]> {
  const door = await openWebDoor([book], { connections: lines })
  try {
    await imported(door, 1)
    const [project] = (await door.ask('library.list', {})).projects
    const projectId = project?.id ?? ''
    await door.ask('speech.start', { projectId, scope: { kind: 'ticked' } })
    const asks = [
      () => door.ask('library.list', {}),
      () => door.ask('segment.list', { projectId, from: 0, count: 100 }),
      () => door.ask('job.list', {}),
      () => door.ask('performance.operations', {}),
    ]
    const times: number[] = []
    let errors = 0
    let next = 0
    const began = performance.now()
    const line = async () => {
      while (next < calls) {
        const ask = asks[next++ % asks.length]
        const from = performance.now()
        await ask?.().catch(() => (errors += 1))
        times.push(performance.now() - from)
      }
    }
    await Promise.all(Array.from({ length: lines }, line))
    const perSecond = times.length / ((performance.now() - began) / 1000)
    return [
      {
        what: `${calls} calls over ${lines} connections while a book is narrated`,
        measured: `${perSecond.toFixed(0)} a second, p95 ${quantile(times, 0.95).toFixed(0)} ms, ${errors} errors`,
        ...{ comparedTo: '–', ratio: null, goal: '≥ 50 a second, < 100 ms, 0 errors' },
      },
    ]
  } finally {
    await door.close()
  }
}

/** One take looked up by its id, from the thread that has the database. */
async function cachedTakes(book: string): Promise<Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'lectern-takes-'))
  const entryUrl = new URL('../../../src/cli/index.ts', import.meta.url).href
  const opened = await openPorts({
    ...{ door: 'bench', dataRoot: data, launch: forkProcess, entries: workerEntries(entryUrl) },
    ...{ samplePath: samplePathFrom(entryUrl), resumeJobs: false },
  })
  try {
    const studio = await openStudio(opened.ports, opened.options)
    const { call, end } = callsOf(studio)
    const { jobId } = await call('book.import', { ticket: studio.tickets.issue('book', book) })
    const { projectId = '' } = await end(jobId)
    const { project } = await call('project.open', { projectId })
    const [chapter] = project.chapters
    const scope = { kind: 'chapters' as const, chapterIds: [chapter?.id ?? ''] }
    await end((await call('speech.start', { projectId, scope })).jobId)
    const { rows } = await call('segment.list', { projectId, from: 0, count: 100 })
    const ids = rows.flatMap(({ status }) => (status.state === 'ready' ? [status.takeId] : []))
    let turn = 0
    const times = await timed(2000, () => opened.ports.takes.find([ids[turn++ % ids.length] ?? '']))
    await studio.close()
    return [
      {
        what: `a cached take looked up, of ${ids.length}`,
        measured: `p50 ${quantile(times, 0.5).toFixed(2)} ms, p99 ${quantile(times, 0.99).toFixed(2)} ms`,
        ...{ comparedTo: '–', ratio: null, goal: 'p99 ≤ 2 ms' },
      },
    ]
  } finally {
    await opened.close()
    rmSync(data, { recursive: true, force: true })
  }
}
