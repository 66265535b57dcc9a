// Which rows the person sees, as the studio hears of it.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSeenRows } from '../../src/renderer/src/state/seen-rows.ts'
import { studioByHand } from './studio-by-hand.ts'

/** What the studio was told of, in order. */
const toldOf = ({ waiting }: ReturnType<typeof studioByHand>) =>
  waiting.map(({ name, args }) => ({ name, rows: (args as { rows: unknown }).rows }))

describe('the rows that are seen', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('are told once a person stays, not while they scroll past', () => {
    const studio = studioByHand()
    const seen = createSeenRows(studio.connection, 'p1')
    seen.show({ from: 0, to: 10 })
    seen.show({ from: 40, to: 50 })
    expect(toldOf(studio)).toEqual([])
    vi.runAllTimers()
    seen.show({ from: 40, to: 50 })
    vi.runAllTimers()
    expect(toldOf(studio)).toEqual([{ name: 'rows.see', rows: { from: 40, count: 10 } }])
  })

  it('are forgotten as soon as the book is left', () => {
    const studio = studioByHand()
    const seen = createSeenRows(studio.connection, 'p1')
    seen.show({ from: 0, to: 10 })
    vi.runAllTimers()
    seen.show({ from: 5, to: 15 })
    seen.dispose()
    vi.runAllTimers()
    expect(toldOf(studio).map(({ rows }) => rows)).toEqual([{ from: 0, count: 10 }, null])
  })

  it('are told again to a studio that was started again', () => {
    const studio = studioByHand()
    const seen = createSeenRows(studio.connection, 'p1')
    seen.show({ from: 0, to: 10 })
    vi.runAllTimers()
    studio.link.set('lost')
    studio.link.set('open')
    expect(toldOf(studio)).toHaveLength(2)
    expect(toldOf(studio)[1]).toEqual(toldOf(studio)[0])
    seen.dispose()
  })
})
