// What many pages and many books cost, and how much of it comes back.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure } from '../figure.ts'
import { imported, novel } from './answers.ts'
import { openWebDoor, passed } from './web-door.ts'

const pages = 100
const openedBooks = 10

const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`

export async function benchPages(): Promise<Figure[]> {
  const door = await openWebDoor()
  try {
    await passed(3000)
    const before = await door.self()
    const ends = await Promise.all(Array.from({ length: pages }, () => door.listen()))
    const told = performance.now()
    await door.ask('library.list', {})
    const answerMs = performance.now() - told
    await passed(10_000)
    const open = await door.self()
    for (const end of ends) end()
    await passed(3000)
    const after = await door.self()
    return [
      {
        what: `${pages} open pages`,
        measured:
          `${inMegabytes(open.rssBytes - before.rssBytes)} more, a call takes ${answerMs.toFixed(0)} ms; ` +
          `${after.openFiles - before.openFiles} connections left of ${open.openFiles - before.openFiles}`,
        ...{ comparedTo: '–', ratio: null, goal: 'none left' },
      },
    ]
  } finally {
    await door.close()
  }
}

export async function benchOptimise(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-ten-'))
  const books = Array.from({ length: openedBooks }, (_, index) => {
    const path = join(folder, `book-${index}.txt`)
    writeFileSync(path, `${novel(10, 200)}\n\nThe ${index}th.\n`)
    return path
  })
  const rest = await openWebDoor()
  await passed(5000)
  const before = await rest.treeBytes()
  await rest.close()
  const grown = await openWebDoor(books)
  try {
    await imported(grown, openedBooks)
    const { projects } = await grown.ask('library.list', {})
    for (const { id: projectId } of projects) {
      const { project } = await grown.ask('project.open', { projectId })
      await grown.ask('segment.list', { projectId, from: 0, count: 500 })
      const [chapter] = project.chapters
      const scope = { kind: 'chapters' as const, chapterIds: [chapter?.id ?? ''] }
      const { jobId } = await grown.ask('speech.start', { projectId, scope })
      for (;;) {
        const { jobs } = await grown.ask('job.list', {})
        if (jobs.find(({ id }) => id === jobId)?.state !== 'running') break
        await passed(200)
      }
    }
    const open = await grown.treeBytes()
    const told = await grown.watch('/optimize-memory', 'POST')
    const after = await grown.treeBytes()
    const share = (open - after) / Math.max(1, open - before)
    return [
      {
        what: `${openedBooks} books opened, a chapter of each narrated; then “Optimise now”`,
        measured: `from ${inMegabytes(open)} to ${inMegabytes(after)} (${told.status}); at rest ${inMegabytes(before)}`,
        comparedTo: 'the growth',
        ratio: share,
        goal: '≥ 0.3 of it given back',
      },
    ]
  } finally {
    await grown.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
