// A library of a thousand books. How long it takes is measured elsewhere: here it is whole, and any book opens.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createProjectStore } from '../../src/io/sqlite/project-store.ts'
import { openProjectsDatabase } from '../../src/io/sqlite/open-databases.ts'
import { startStudio } from '../kill/start-studio.ts'

const root = mkdtempSync(join(tmpdir(), 'lectern-thousand-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('a library of a thousand books is listed whole, the last opened first, and any of it opens', async () => {
  const path = join(root, 'story.md')
  writeFileSync(path, '# The lamp\n\n## One\n\nThe lamp was lit. Nobody came.\n')
  const data = join(root, 'data')
  const first = await startStudio(data)
  const projectId = await first.addBook(path, 'espeak:gmw/en')
  await first.close()
  const database = openProjectsDatabase(join(data, 'projects.db'))
  const store = createProjectStore(database)
  for (let copy = 2; copy <= 1000; copy++) {
    const id = `copy-${copy}`
    store.begin(id)
    store.copy(projectId, { id, title: `The lamp ${copy}`, at: copy })
  }
  database.close()
  const studio = await startStudio(data)
  try {
    const { projects } = await studio.call('library.list', {})
    expect(projects).toHaveLength(1000)
    expect(new Set(projects.map(({ id }) => id)).size).toBe(1000)
    const middle = projects[500]?.id ?? ''
    const { project } = await studio.call('project.open', { projectId: middle })
    expect(project.chapters).not.toEqual([])
    expect((await studio.call('library.list', {})).projects[0]?.id).toBe(middle)
  } finally {
    await studio.close()
  }
})
