// What the system is told of what plays, and what its media keys do. On a media session of the test's own.
import { expect, it } from 'vitest'
import { createStore } from '../../src/renderer/src/client/store.ts'
import type { PlayerState } from '../../src/renderer/src/client/player.ts'
import type { OpenBook } from '../../src/renderer/src/state/open-book.ts'
import { tellNowPlaying, type NowPlayingSession } from '../../src/renderer/src/state/now-playing.ts'

type Handlers = Partial<Record<string, MediaSessionActionHandler | null>>

function setUp() {
  const handlers: Handlers = {}
  const places: (MediaPositionState | undefined)[] = []
  const session: NowPlayingSession = {
    metadata: null,
    playbackState: 'none',
    setActionHandler: (name, handler) => void (handlers[name] = handler),
    setPositionState: (place) => void places.push(place),
  }
  const did: string[] = []
  const player = createStore<PlayerState>({ mode: 'idle', heard: null, rate: 1 })
  const chapters = [
    { id: 'c1', title: 'The Lamp' },
    { id: 'c2', title: '' },
  ]
  const project = createStore({
    state: 'ready',
    project: { title: 'The Lamp Room', authors: ['A. Reed', 'B. Moss'], chapters },
  })
  const timeline = createStore({ durationSeconds: 90 })
  const book = {
    project,
    player: { ...player, pause: () => did.push('pause') },
    timelines: { of: () => timeline },
    heardSeconds: () => 25,
    seekChapter: async (chapterId: string, seconds: number) =>
      void did.push(`${chapterId} at ${seconds}`),
  } as unknown as OpenBook
  const stop = tellNowPlaying(session, (what) => what as MediaMetadata, book, {
    play: () => did.push('play'),
    step: (segments) => did.push(`step ${segments}`),
  })
  const press = (action: MediaSessionAction, details: object = {}) =>
    handlers[action]?.({ action, ...details })
  return { session, handlers, places, did, player, timeline, stop, press }
}

const heard = (chapterId: string) => ({ position: 3, segmentId: 's', chapterId })

it('says which chapter of which book plays, and how far it is', () => {
  const { session, places, player, timeline } = setUp()
  expect(session.metadata).toBeNull()
  player.set({ mode: 'playing', heard: heard('c1'), rate: 1.5 })
  expect(session).toMatchObject({
    playbackState: 'playing',
    metadata: { title: 'The Lamp', artist: 'A. Reed, B. Moss', album: 'The Lamp Room' },
  })
  expect(places.at(-1)).toEqual({ duration: 90, position: 25, playbackRate: 1.5 })
  timeline.set({ durationSeconds: 0 })
  player.set({ mode: 'paused', heard: heard('c2'), rate: 1 })
  expect(session).toMatchObject({ playbackState: 'paused', metadata: { title: 'The Lamp Room' } })
  expect(places.at(-1)).toBeUndefined()
})

it('does what the media keys say, and nothing once the book is closed', () => {
  const { session, handlers, did, player, press, stop } = setUp()
  press('seekforward')
  expect(did).toEqual([])
  player.set({ mode: 'playing', heard: heard('c1'), rate: 1 })
  for (const action of ['play', 'pause', 'previoustrack', 'nexttrack'] as const) press(action)
  press('seekbackward', { seekOffset: 30 })
  press('seekforward')
  press('seekto', { seekTime: 60 })
  expect(did).toEqual([
    ...['play', 'pause', 'step -1', 'step 1'],
    ...['c1 at 0', 'c1 at 35', 'c1 at 60'],
  ])
  stop()
  expect(Object.values(handlers).every((handler) => handler === null)).toBe(true)
  expect(session).toMatchObject({ playbackState: 'none', metadata: null })
})
