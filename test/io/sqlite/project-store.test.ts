// The project store on SQLite, and the fake that stands in for it elsewhere.
import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProjectStore } from '../../../src/core/ports/projects.ts'
import { createProjectStore } from '../../../src/io/sqlite/project-store.ts'
import { openProjectsDatabase } from '../../../src/io/sqlite/open-databases.ts'
import { describeProjectStore } from '../../conformance/project-store.ts'
import { anyChange, documentOf } from '../../fixtures/documents.ts'
import { createMemoryProjects } from '../../fixtures/memory-projects.ts'
import { promised } from '../../fixtures/promised.ts'
import { importSample, sampleProject } from '../../fixtures/sample-projects.ts'

const open = (folder: string) => {
  const database = openProjectsDatabase(join(folder, 'projects.db'))
  return {
    database,
    store: promised<ProjectStore>(createProjectStore(database)),
    close: () => database.close(),
  }
}
const makeFolder = () => mkdtempSync(join(tmpdir(), 'lectern-projects-'))

describeProjectStore('SQLite', () => {
  const folder = makeFolder()
  const { store, close } = open(folder)
  return {
    store,
    close: () => {
      close()
      rmSync(folder, { recursive: true })
    },
  }
})
describeProjectStore('memory', () => ({ store: createMemoryProjects(), close: () => {} }))

describe('the project store on SQLite', () => {
  let folder: string
  beforeEach(() => void (folder = makeFolder()))
  afterEach(() => rmSync(folder, { recursive: true }))

  test('removes at the next start what an import left behind that never finished', async () => {
    const first = open(folder)
    await importSample(first.store, 'p1')
    const { project, segmentsOf } = sampleProject('p2', [3])
    await first.store.begin('p2')
    const [entry] = project.chapters
    if (entry) await first.store.addChapter('p2', { entry, segments: segmentsOf(1) })
    first.close()

    const second = open(folder)
    await importSample(second.store, 'p2', [1])
    expect(await second.store.segments('p2', 0, 100)).toHaveLength(1)
    expect(await second.store.segments('p1', 0, 100)).toHaveLength(17)
    second.close()
  })

  test('undoes and redoes across closing and opening, byte for byte', async () => {
    let count = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyChange(['c1', 'c2'], ['c1-0', 'c2-1'], 3), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const id = `p${++count}`
          let { store, close } = open(folder)
          const reopen = () => {
            close()
            ;({ store, close } = open(folder))
          }
          await importSample(store, id, [1, 2])
          const start = await documentOf(store, id)
          for (const change of changes) await store.change(id, change)
          const end = await documentOf(store, id)
          reopen()
          expect(await documentOf(store, id)).toBe(end)
          do reopen()
          while (await store.undo(id))
          expect(await documentOf(store, id)).toBe(start)
          do reopen()
          while (await store.redo(id))
          expect(await documentOf(store, id)).toBe(end)
          close()
        },
      ),
      { numRuns: 12, seed: 20_261_121 },
    )
  })

  test('keeps the counts of chapters equal to a recount, whatever is heard', async () => {
    const { store, close } = open(folder)
    const ids = ['c1-0', 'c1-1', 'c1-2', 'c2-0', 'c2-6']
    await importSample(store, 'p1', [3, 7])
    const heard = fc.record({
      segmentId: fc.constantFrom(...ids),
      takeId: fc.option(fc.constantFrom('t1', 't2'), { nil: null }),
      state: fc.constantFrom(
        'waiting' as const,
        'ready' as const,
        'stale' as const,
        'skipped' as const,
      ),
      durationSeconds: fc.double({ min: 0, max: 100, noNaN: true }),
      flagged: fc.boolean(),
    })
    const last = new Map<string, { state: string; durationSeconds: number; flagged: boolean }>()
    await fc.assert(
      fc.asyncProperty(fc.array(heard, { maxLength: 10 }), async (rows) => {
        await store.setTakes('p1', rows)
        for (const row of rows) last.set(row.segmentId, row)
        for (const { chapterId, ready, flagged, stale, readySeconds } of await store.progress(
          'p1',
        )) {
          const own = [...last].filter(([id]) => id.startsWith(chapterId)).map(([, row]) => row)
          const sounding = own.filter(({ state }) => state === 'ready')
          expect(ready).toBe(sounding.length)
          expect(flagged).toBe(own.filter((row) => row.flagged).length)
          expect(stale).toBe(own.filter(({ state }) => state === 'stale').length)
          const microseconds = sounding.map((row) => Math.round(row.durationSeconds * 1e6))
          expect(readySeconds).toBe(microseconds.reduce((sum, one) => sum + one, 0) / 1e6)
        }
      }),
      { numRuns: 60, seed: 20_261_122 },
    )
    close()
  })
})
