// Both stores of answers against one suite; and what a book has of them in projects.db.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AnswerStore } from '../../../src/core/ports/model-answers.ts'
import { createAnswerStore } from '../../../src/io/sqlite/answer-store.ts'
import type { Database } from '../../../src/io/sqlite/database.ts'
import { openProjectsDatabase } from '../../../src/io/sqlite/open-databases.ts'
import { createProjectStore } from '../../../src/io/sqlite/project-store.ts'
import { describeAnswerStore } from '../../conformance/answer-store.ts'
import { createMemoryAnswers } from '../../fixtures/memory-answers.ts'

let folder: string
let database: Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-answers-'))
  database = openProjectsDatabase(join(folder, 'projects.db'))
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

/** As the thread's proxy makes it: each call a promise. */
const inTurn = (store: ReturnType<typeof createAnswerStore>): AnswerStore =>
  Object.fromEntries(
    Object.entries(store).map(([name, work]) => [
      name,
      async (...args: unknown[]) => (work as (...given: unknown[]) => unknown)(...args),
    ]),
  ) as AnswerStore

describeAnswerStore('the memory', (now) => ({ store: createMemoryAnswers(now), close: () => {} }))
describeAnswerStore('SQLite', (now) => ({
  store: inTurn(createAnswerStore(database, now)),
  close: () => {},
}))

it('a book that is removed takes along what was dismissed in it, and leaves every answer', () => {
  const store = createAnswerStore(database, () => 1)
  const projects = createProjectStore(database)
  projects.begin('p1')
  store.keep([{ key: 'a', model: 'm', answer: '{}' }], 1)
  store.dismiss('p1', ['x', 'y', 'x'], true)
  store.dismiss('gone', ['x'], true)
  store.dismiss('p1', ['y'], false)
  expect([store.dismissed('p1'), store.dismissed('gone')]).toEqual([['x'], []])
  projects.discard('p1')
  expect(store.dismissed('p1')).toEqual([])
  expect(store.find(['a'], 'm').length).toBe(1)
})
