// The mirror of the rows: pages, what changes while they fly, gaps.
import { describe, expect, it } from 'vitest'
import { mirrorSegments, pageSize } from '../../src/renderer/src/state/segment-pages.ts'
import { projectOf, rowAt, type StudioByHand, studioByHand } from './studio-by-hand.ts'

const history = { canUndo: false, canRedo: false }
const pageOf = (page: number, change = {}) => ({
  rows: Array.from({ length: pageSize }, (_, index) => rowAt(page * pageSize + index, change)),
  revision: 1,
})
const asked = (studio: StudioByHand) =>
  studio.waiting.map((call) => (call.args as { from: number }).from / pageSize)

describe('the mirror of the rows', () => {
  it('fetches the pages of the wanted range once, two at a time', async () => {
    const studio = studioByHand()
    const pages = mirrorSegments(studio.connection, 'p')
    pages.want(0, pageSize * 3 - 1)
    pages.want(0, pageSize * 3 - 1)
    expect(asked(studio)).toEqual([0, 1])
    await studio.waiting[0]?.answer(pageOf(0))
    expect(asked(studio)).toEqual([1, 2])
    expect(pages.row(5)?.text).toBe('Sentence 5.')
    expect(pages.positionOf('c1-7')).toBe(7)
  })

  it('forgets what was wanted before a jump and was not asked for yet', async () => {
    const studio = studioByHand()
    const pages = mirrorSegments(studio.connection, 'p')
    pages.want(0, pageSize * 5)
    pages.want(pageSize * 90, pageSize * 90 + 20)
    await studio.waiting[0]?.answer(pageOf(0))
    expect(asked(studio)).toEqual([1, 90])
  })

  it('keeps a newer row that an event brought while its page was on its way', async () => {
    const studio = studioByHand()
    const pages = mirrorSegments(studio.connection, 'p')
    pages.want(0, 10)
    const row = rowAt(3, { status: { state: 'speaking' } })
    studio.say('segments.changed', { projectId: 'p', rows: [row], progress: [] })
    await studio.waiting[0]?.answer(pageOf(0))
    expect(pages.row(3)?.status.state).toBe('speaking')
    expect(pages.row(4)?.status.state).toBe('waiting')
  })

  it('replaces the row that changed and no other', async () => {
    const studio = studioByHand()
    const pages = mirrorSegments(studio.connection, 'p')
    pages.want(0, 10)
    await studio.waiting[0]?.answer(pageOf(0))
    const before = pages.row(2)
    const row = rowAt(1, { text: 'New.' })
    studio.say('segments.changed', { projectId: 'p', rows: [row], progress: [] })
    expect(pages.row(1)).toBe(row)
    expect(pages.row(2)).toBe(before)
  })

  it('fetches named positions again, and all that is seen after a gap', async () => {
    const studio = studioByHand()
    const pages = mirrorSegments(studio.connection, 'p')
    pages.want(0, pageSize * 2 - 1)
    await studio.waiting[0]?.answer(pageOf(0))
    await studio.waiting[0]?.answer(pageOf(1))
    const say = (revision: number, positions: number[] | null) =>
      studio.say('project.changed', { project: projectOf(revision), history, positions })
    say(2, [3])
    expect(asked(studio)).toEqual([0])
    expect(pages.row(3)?.text).toBe('Sentence 3.')
    await studio.waiting[0]?.answer(pageOf(0, { text: 'Edited.' }))
    expect(pages.row(3)?.text).toBe('Edited.')
    say(4, [3])
    expect(asked(studio)).toEqual([0, 1])
  })

  it('fetches a page once more that was on its way when the document changed', async () => {
    const studio = studioByHand()
    const pages = mirrorSegments(studio.connection, 'p')
    pages.want(0, 10)
    studio.say('project.changed', { project: projectOf(2), history, positions: [3] })
    await studio.waiting[0]?.answer(pageOf(0))
    expect(asked(studio)).toEqual([0])
    await studio.waiting[0]?.answer(pageOf(0, { text: 'After.' }))
    expect(pages.row(3)?.text).toBe('After.')
    expect(studio.waiting).toEqual([])
  })

  it('forgets where rows were that are gone from a page, and knows where they are now', async () => {
    const studio = studioByHand()
    const pages = mirrorSegments(studio.connection, 'p')
    pages.want(0, pageSize * 2 - 1)
    await studio.waiting[0]?.answer(pageOf(0))
    await studio.waiting[0]?.answer(pageOf(1))
    // One row is taken out, and one is at the place of another page now.
    studio.say('project.changed', { project: projectOf(2), history, positions: null })
    const [first, second] = [pageOf(0), pageOf(1)]
    const moved = rowAt(pageSize, { id: 'c1-5' })
    await studio.waiting[1]?.answer({ ...second, rows: [moved, ...second.rows.slice(1)] })
    const rows = first.rows.map((row) => (row.position === 5 ? rowAt(5, { id: 'new' }) : row))
    rows[9] = rowAt(9, { id: 'newer' })
    await studio.waiting[0]?.answer({ ...first, rows })
    expect(
      ['c1-5', 'c1-9', `c1-${pageSize}`, 'new', 'newer', 'c1-10'].map(pages.positionOf),
    ).toEqual([pageSize, undefined, undefined, 5, 9, 10])
  })

  it('goes on with the other wanted pages where one could not be fetched', async () => {
    const studio = studioByHand()
    const pages = mirrorSegments(studio.connection, 'p')
    pages.want(0, pageSize * 4 - 1)
    await studio.waiting[0]?.refuse('unexpected')
    expect(asked(studio)).toEqual([1, 2])
    await studio.waiting[0]?.refuse('unexpected')
    await studio.waiting[0]?.answer(pageOf(2))
    await studio.waiting[0]?.refuse('unexpected')
    expect(asked(studio)).toEqual([])
    pages.want(0, pageSize * 4 - 1)
    expect(asked(studio)).toEqual([0, 1])
  })

  it('forgets a row in whose place an event has brought another', async () => {
    const studio = studioByHand()
    const pages = mirrorSegments(studio.connection, 'p')
    pages.want(0, 10)
    await studio.waiting[0]?.answer(pageOf(0))
    const row = rowAt(3, { id: 'new' })
    studio.say('segments.changed', { projectId: 'p', rows: [row], progress: [] })
    expect(['c1-3', 'new'].map(pages.positionOf)).toEqual([undefined, 3])
  })

  it('fetches again what is seen whenever events begin to arrive again', async () => {
    const studio = studioByHand()
    const pages = mirrorSegments(studio.connection, 'p')
    pages.want(0, 10)
    await studio.waiting[0]?.answer(pageOf(0))
    studio.link.set('lost')
    studio.link.set('open')
    expect(asked(studio)).toEqual([0])
    expect(pages.row(3)?.text).toBe('Sentence 3.')
  })

  it('lets pages go that were not seen for long, and fetches them when they are', async () => {
    const studio = studioByHand()
    const pages = mirrorSegments(studio.connection, 'p')
    for (let page = 0; page < 60; page += 1) {
      pages.want(page * pageSize, page * pageSize)
      await studio.waiting[0]?.answer(pageOf(page))
    }
    expect(pages.row(0)).toBeUndefined()
    expect(pages.positionOf('c1-0')).toBeUndefined()
    expect(pages.row(59 * pageSize)).toBeDefined()
    const row = pages.load(0)
    await studio.waiting[0]?.answer(pageOf(0))
    expect((await row)?.position).toBe(0)
  })
})
