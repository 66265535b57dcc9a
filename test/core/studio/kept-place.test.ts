// Where a person was in a book: found again whatever was edited, and gone with the book.
import { expect, it } from 'vitest'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import { longBook, studioPorts } from '../../fixtures/studio-ports.ts'

const test = () => studioPorts(systemClock, { reader: longBook(8) })
const kept = { panel: 'sound', rate: 1.5 }

it('is nowhere at first, and then where it was kept', async () => {
  await withOpenBook(test(), async ({ call, projectId, rows }) => {
    expect(await call('place.read', { projectId })).toEqual({ place: null })
    const place = { ...kept, segmentId: (await rows())[5]?.id ?? '', position: 5 }
    await call('place.keep', { projectId, place })
    expect(await call('place.read', { projectId })).toEqual({ place })
    const { history } = await call('project.open', { projectId })
    expect(history).toEqual({ canUndo: false, canRedo: false })
  })
})

it('follows its row, and is at the nearest one where that is gone', async () => {
  await withOpenBook(test(), async ({ call, projectId, rows }) => {
    const before = await rows()
    const last = before.length - 1
    const remove = (...places: number[]) => {
      const segmentIds = places.map((at) => before[at]?.id ?? '')
      return call('segment.remove', { projectId, target: { kind: 'segments', segmentIds } })
    }
    const segmentId = before[last]?.id ?? ''
    await call('place.keep', { projectId, place: { ...kept, segmentId, position: last } })
    await remove(1, 2)
    const moved = await call('place.read', { projectId })
    expect(moved.place).toEqual({ ...kept, segmentId, position: last - 2 })
    await remove(last)
    const { place } = await call('place.read', { projectId })
    const nearest = before[last - 1]?.id
    expect(place).toEqual({ ...kept, segmentId: nearest, position: last - 3 })
  })
})

it('is gone for good with its book', async () => {
  const studio = test()
  let fact = ''
  await withOpenBook(studio, async ({ call, projectId, rows }) => {
    fact = `place/${projectId}`
    const place = { ...kept, segmentId: (await rows())[1]?.id ?? '', position: 1 }
    await call('place.keep', { projectId, place })
    await call('project.remove', { projectId })
    expect(await studio.ports.projects.recall(fact)).not.toBeNull()
  })
  await withOpenBook(studio, async () => {
    expect(await studio.ports.projects.recall(fact)).toBeNull()
  })
})
