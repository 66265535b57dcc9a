// Finding: what was meant last is what is found, and rows that change all the time do not hold it up.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFinder } from '../../src/renderer/src/state/finder.ts'
import { rowAt, settle, studioByHand, type StudioByHand } from './studio-by-hand.ts'

const narrate = async ({ say }: StudioByHand, milliseconds: number) => {
  for (let past = 0; past < milliseconds; past += 100) {
    say('segments.changed', { projectId: 'p', rows: [rowAt(1)], progress: [] })
    await vi.advanceTimersByTimeAsync(100)
  }
}

describe('finding', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('goes on while a book is narrated whose rows change ten times a second', async () => {
    const studio = studioByHand()
    const finder = createFinder(studio.connection, 'p')
    finder.set({ isOpen: true, state: 'ready' })
    await narrate(studio, 1000)
    expect(studio.waiting.map(({ name }) => name)).toContain('segment.find')
  })

  it('shows an answer that is slower than the rows change', async () => {
    const studio = studioByHand()
    const finder = createFinder(studio.connection, 'p')
    finder.set({ isOpen: true, state: 'ready' })
    await narrate(studio, 1000)
    const [first, second] = studio.waiting
    await second?.answer({ positions: [4, 5], matches: 2 })
    await first?.answer({ positions: [4], matches: 1 })
    expect(finder.found.get()).toEqual({ positions: [4, 5], matches: 2 })
  })

  it('waits while a person types, and drops what was found for fewer letters', async () => {
    const studio = studioByHand()
    const finder = createFinder(studio.connection, 'p')
    finder.set({ isOpen: true, words: 'w' })
    await vi.advanceTimersByTimeAsync(1000)
    for (const words of ['wh', 'wha', 'whal', 'whale']) {
      finder.set({ words })
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(studio.waiting).toHaveLength(1)
    await studio.waiting[0]?.answer({ positions: [1, 2, 3], matches: 3 })
    expect(finder.found.get().positions).toBeNull()
    await vi.advanceTimersByTimeAsync(1000)
    await studio.waiting[0]?.answer({ positions: [2], matches: 1 })
    await settle()
    expect(finder.found.get().positions).toEqual([2])
  })
})
