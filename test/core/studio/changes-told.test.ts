// What is told of a change when its rows, or other books, cannot be settled.
import { expect, it } from 'vitest'
import type { EventPayload } from '../../../src/contract/index.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import type { Studio } from '../../../src/core/studio/studio.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import { studioPorts } from '../../fixtures/studio-ports.ts'

const nextChange = (studio: Studio) =>
  new Promise<EventPayload<'project.changed'>>((resolve) => {
    const stop = studio.on('project.changed', (change) => {
      stop()
      resolve(change)
    })
  })

it('a change that is kept is told, also where its rows cannot be settled', async () => {
  const { ports, ...test } = studioPorts(systemClock, {})
  let isBroken = false
  const takes: typeof ports.takes = {
    ...ports.takes,
    find: (ids) =>
      isBroken ? Promise.reject(fail('disk-full', { folder: 'takes' })) : ports.takes.find(ids),
  }
  await withOpenBook({ ...test, ports: { ...ports, takes } }, async (book) => {
    const { studio, call, rows, projectId, narrate } = book
    await narrate()
    const segmentId = (await rows())[0]?.id ?? ''
    const { project: before } = await call('project.open', { projectId })
    isBroken = true
    const steps: [() => Promise<{ ok: boolean }>, number][] = [
      [() => studio.call('segment.edit', { projectId, segmentId, text: 'Another one.' }), 1],
      [() => studio.call('project.undo', { projectId }), 2],
    ]
    for (const [step, number] of steps) {
      const told = nextChange(studio)
      expect((await step()).ok).toBe(false)
      const { project, positions } = await told
      expect(project.revision).toBe(before.revision + number)
      expect(positions).toBeNull()
    }
  })
})

it('a book that is gone leaves no other one unsettled when the dictionary of all is changed', async () => {
  const { ports, ...test } = studioPorts(systemClock, {})
  const projects: typeof ports.projects = {
    ...ports.projects,
    async list() {
      const all = await ports.projects.list()
      const gone = all.map((one) => ({ ...one, project: { ...one.project, id: 'gone' } }))
      return [...gone, ...all]
    },
  }
  await withOpenBook({ ...test, ports: { ...ports, projects } }, async (book) => {
    const { studio, call, projectId, narrate } = book
    await narrate()
    const told = nextChange(studio)
    const said = { id: 'one', word: 'one', say: 'wun' }
    const how = { isCaseSensitive: false, isWholeWord: true, language: null }
    await call('dictionary.change', { projectId: null, put: [{ ...said, ...how }], remove: [] })
    expect((await told).project.id).toBe(projectId)
  })
})
