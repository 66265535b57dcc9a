// A book of forty hours, narrated by the embedded voice, with the curve of its memory.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure } from '../figure.ts'
import { imported, novel } from './answers.ts'
import { openWebDoor, passed } from './web-door.ts'

const lookMs = 2000
/** Some 4.4 s of sound each. */
const paragraphs = 33_000

export async function benchLongBook(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-forty-'))
  const book = join(folder, 'forty.txt')
  writeFileSync(book, novel(100, paragraphs / 100))
  const door = await openWebDoor([book])
  try {
    await imported(door, 1)
    const [project] = (await door.ask('library.list', {})).projects
    const projectId = project?.id ?? ''
    const { jobId } = await door.ask('speech.start', { projectId, scope: { kind: 'ticked' } })
    const curve: { done: number; core: number; tree: number }[] = []
    for (;;) {
      const { jobs } = await door.ask('job.list', {})
      const job = jobs.find(({ id }) => id === jobId)
      const [self, tree] = await Promise.all([door.self(), door.treeBytes()])
      curve.push({ done: job?.done ?? 0, core: self.rssBytes, tree })
      if (curve.length % 30 === 0)
        console.log(`${job?.done} of ${job?.total}: ${mb(self.rssBytes)}, tree ${mb(tree)}`)
      if (job?.state !== 'running') break
      await passed(lookMs)
    }
    const { projects } = await door.ask('library.list', {})
    const hours = (projects[0]?.seconds ?? 0) / 3600
    const part = (from: number, to: number) =>
      curve.slice(Math.floor(curve.length * from), Math.ceil(curve.length * to))
    const mean = (rows: typeof curve, of: 'core' | 'tree') =>
      rows.reduce((sum, row) => sum + row[of], 0) / Math.max(1, rows.length)
    const most = (of: 'core' | 'tree') => Math.max(...curve.map((row) => row[of]))
    const figure = (what: string, of: 'core' | 'tree', goal: string): Figure => ({
      what: `${hours.toFixed(1)} h narrated, ${what}`,
      measured: `most ${mb(most(of))}, second quarter ${mb(mean(part(0.25, 0.5), of))}, last ${mb(mean(part(0.75, 1), of))}`,
      comparedTo: 'last quarter to the second',
      ratio: mean(part(0.75, 1), of) / mean(part(0.25, 0.5), of),
      goal,
    })
    return [
      figure('main process (RSS)', 'core', '≤ 200 MB, flat'),
      figure('all processes (PSS)', 'tree', '≤ 600 MB, flat'),
    ]
  } finally {
    await door.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`
