// In which order a narration speaks: what is heard next, what is seen, the rest of the book.
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook, type OpenBook } from '../../fixtures/open-book.ts'
import { readerOf, sourcesOf, studioPorts, voiceOf } from '../../fixtures/studio-ports.ts'

const names = ['north', 'south', 'east', 'west', 'spring', 'summer', 'autumn', 'winter', 'noon']
/** A segment of its own, that holds its position as a word nobody reads otherwise. */
const sentence = (position: number) =>
  `Here stands ${names[Math.floor(position / 9)]} ${names[position % 9]}, long enough. `.repeat(6)
/** Chapters of so many segments. */
const bookOf = (...sizes: number[]) => {
  let at = 0
  return readerOf(sizes.map((size) => Array.from({ length: size }, () => sentence(at++))))
}
const positionIn = (spoken: unknown): number => {
  const [, tens = '', ones = ''] = /stands (\w+) (\w+)/.exec(JSON.stringify(spoken)) ?? []
  return names.indexOf(tens) * 9 + names.indexOf(ones)
}

/** Narrates on one lane; `onSpoken` hears of every position before the next one is chosen. */
async function orderOf(
  sizes: number[],
  before: (book: OpenBook) => Promise<void>,
  onSpoken: (position: number, book: OpenBook) => Promise<void> = async () => {},
): Promise<number[]> {
  const order: number[] = []
  let open: OpenBook | null = null
  const provider = voiceOf(async ({ spoken }) => {
    order.push(positionIn(spoken))
    if (open) await onSpoken(order.at(-1) ?? -1, open)
    return { file: `sound-${order.length}` }
  }, 1)
  const test = studioPorts(systemClock, {
    reader: bookOf(...sizes),
    sources: sourcesOf(provider),
    workers: 1,
  })
  await withOpenBook(test, async (book) => {
    open = book
    await before(book)
    expect((await book.narrate()).state).toBe('done')
  })
  return order
}
const segmentAt = async ({ rows }: OpenBook, position: number) => (await rows())[position]?.id ?? ''
const listenAt = async (book: OpenBook, position: number) =>
  book.call('playhead.move', {
    projectId: book.projectId,
    segmentId: await segmentAt(book, position),
  })
/** As a page does that is open: it listens to the rows. */
const look = async ({ studio, call, projectId }: OpenBook, from: number, count: number) => {
  studio.on('segments.changed', () => {})
  await call('rows.see', { projectId, rows: { from, count } })
}

describe('the schedule', () => {
  it('speaks what is heard next, then what is seen, then the rest from the play-head on', async () => {
    const order = await orderOf([40], async (book) => {
      await listenAt(book, 4)
      await look(book, 30, 3)
    })
    const near = Array.from({ length: 12 }, (_, index) => 4 + index)
    expect(order.slice(0, 17)).toEqual([...near, 30, 31, 32, 16, 17])
    expect(order.slice(-4)).toEqual([0, 1, 2, 3])
  })

  it('speaks what is seen first where nobody listens', async () => {
    const order = await orderOf([20], (book) => look(book, 10, 2))
    expect(order.slice(0, 4)).toEqual([10, 11, 0, 1])
  })

  it('forgets what was seen when the page has left the book, and when no page is open', async () => {
    const left = await orderOf([20], async (book) => {
      await look(book, 10, 2)
      await book.call('rows.see', { projectId: book.projectId, rows: null })
    })
    expect(left.slice(0, 2)).toEqual([0, 1])
    const closed = await orderOf([20], async ({ call, projectId }) => {
      await call('rows.see', { projectId, rows: { from: 10, count: 2 } })
    })
    expect(closed.slice(0, 2)).toEqual([0, 1])
  })

  it('follows a person who scrolls while it speaks', async () => {
    const order = await orderOf(
      [40],
      (book) => look(book, 10, 5),
      (position, book) => (position === 11 ? look(book, 30, 2) : Promise.resolve()),
    )
    // One may have been chosen before.
    expect(order.slice(0, 5).filter((position) => position >= 30)).toEqual([30, 31])
  })

  it('warms the next spoken chapter up before what is seen, over one that is not ticked', async () => {
    const order = await orderOf([6, 5, 20], async (book) => {
      const { call, projectId } = book
      const { project } = await call('project.open', { projectId })
      const chapterId = project.chapters[1]?.id ?? ''
      await call('chapter.tick', { projectId, chapters: [{ chapterId, spoken: false }] })
      await listenAt(book, 4)
      await look(book, 0, 3)
    })
    const warm = Array.from({ length: 10 }, (_, index) => 11 + index)
    expect(order.slice(0, 16)).toEqual([4, 5, ...warm, 0, 1, 2, 21])
  })
})
