// A hundred edits of every kind, made in the studio on the real store, taken back one by one and done again.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ProjectStore } from '../../../src/core/ports/projects.ts'
import { createProjectStore } from '../../../src/io/sqlite/project-store.ts'
import { openProjectsDatabase } from '../../../src/io/sqlite/open-databases.ts'
import { createMemoryProjects } from '../../fixtures/memory-projects.ts'
import { promised } from '../../fixtures/promised.ts'
import { deskChapters, withDesk } from '../../fixtures/desk-book.ts'
import { documentOf } from '../../fixtures/documents.ts'
import { createRandom, kindsOfEdits, makeEdit } from '../../fixtures/random-edits.ts'

const count = 100
const chapters = [...deskChapters, ...deskChapters, ...deskChapters]

function openStore(kind: string): { projects: ProjectStore; close: () => void } {
  if (kind === 'memory') return { projects: createMemoryProjects(), close: () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'lectern-edits-'))
  const database = openProjectsDatabase(join(folder, 'projects.db'))
  return {
    projects: promised<ProjectStore>(createProjectStore(database)),
    close() {
      database.close()
      rmSync(folder, { recursive: true })
    },
  }
}

it.each([
  ['SQLite', 1],
  ['SQLite', 2],
  ['SQLite', 3],
  ['memory', 1],
])(
  'a hundred edits on %s (seed %i) give back every document, and come again',
  async (kind, seed) => {
    const { projects, close } = openStore(kind)
    try {
      await withDesk(
        async ({ studio, projectId, call, narrate }) => {
          await narrate()
          const random = createRandom(seed)
          const document = () => documentOf(projects, projectId)
          const documents = [await document()]
          expect(count).toBeGreaterThan(4 * kindsOfEdits)
          for (let number = 0; number < count; number += 1) {
            await makeEdit(studio, await projects.read(projectId), random, number)
            const now = await document()
            if (now !== documents.at(-1)) documents.push(now)
          }
          // Some could not be done, or did nothing.
          expect(documents.length).toBeGreaterThan(count / 2)
          const steps = { back: 0, on: 0 }
          for (const before of documents.slice(0, -1).toReversed()) {
            await call('project.undo', { projectId })
            expect(await document()).toBe(before)
            steps.back += 1
          }
          expect((await call('project.open', { projectId })).history).toEqual({
            canUndo: false,
            canRedo: true,
          })
          for (const after of documents.slice(1)) {
            await call('project.redo', { projectId })
            expect(await document()).toBe(after)
            steps.on += 1
          }
          expect((await projects.history(projectId)).canRedo).toBe(false)
          expect(steps.on).toBe(steps.back)
        },
        { projects, chapters },
      )
    } finally {
      close()
    }
  },
)
