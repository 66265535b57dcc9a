// The open book is where it was left, and is kept where a person goes.
import { describe, expect, it, vi } from 'vitest'
import type { PlayerState } from '../../src/renderer/src/client/player.ts'
import { createKeptPlace } from '../../src/renderer/src/state/kept-place.ts'
import { createSelection } from '../../src/renderer/src/state/selection.ts'
import { createStore } from '../../src/renderer/src/client/store.ts'
import { rowAt, settle, studioByHand } from './studio-by-hand.ts'

const left = { segmentId: 'c1-7', position: 7, panel: 'sound', rate: 1.5 }

function open() {
  const studio = studioByHand()
  const selection = createSelection()
  const state = createStore<PlayerState>({ mode: 'idle', heard: null, rate: 1 })
  const player = {
    ...state,
    setRate: (rate: number) => state.update((now) => ({ ...now, rate })),
  }
  const segments = { load: async (position: number) => rowAt(position) }
  const place = createKeptPlace(studio.connection, 'p', { selection, segments, player })
  const [read] = studio.waiting
  const keeps = () => studio.waiting.filter(({ name }) => name === 'place.keep')
  return { place, player, read, selection, keeps }
}

describe('an opened book', () => {
  it('is at the row, the panel and the speed where it was left', async () => {
    const { place, player, read, selection, keeps } = open()
    selection.choose(0)
    place.opened()
    await read?.answer({ place: left })
    expect(selection.get()).toMatchObject({ position: 7, following: true })
    expect([place.panel.get(), player.get().rate]).toEqual(['sound', 1.5])
    place.dispose()
    expect(keeps()).toEqual([])
  })

  it('stays where a person has gone before the answer came', async () => {
    const { place, read, selection } = open()
    place.opened()
    selection.choose(3)
    await read?.answer({ place: left })
    expect(selection.get().position).toBe(3)
    place.dispose()
  })

  it('is kept once a person has come to rest, and at the latest when it is left', async () => {
    vi.useFakeTimers()
    try {
      const { place, player, read, selection, keeps } = open()
      place.opened()
      await read?.answer({ place: null })
      for (const position of [1, 2, 3]) selection.choose(position)
      expect(keeps()).toEqual([])
      await vi.advanceTimersByTimeAsync(1000)
      const first = { segmentId: 'c1-3', position: 3, panel: '', rate: 1 }
      expect(keeps().map(({ args }) => args)).toEqual([{ projectId: 'p', place: first }])
      player.setRate(2)
      place.panel.set('voice')
      place.dispose()
      await settle()
      expect(keeps().map(({ args }) => args)).toEqual([
        { projectId: 'p', place: first },
        { projectId: 'p', place: { ...first, panel: 'voice', rate: 2 } },
      ])
    } finally {
      vi.useRealTimers()
    }
  })
})
