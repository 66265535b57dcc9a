// What the player asks for when rows move, and when its book is left: no more than is heard.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { SegmentSpan } from '../../src/contract/index.ts'
import { createPlayer } from '../../src/renderer/src/client/player.ts'
import { chaptersOf, rowAt } from './studio-by-hand.ts'

class Buffer extends EventTarget {
  updating = false
  mode = ''
  timestampOffset = 0
  get buffered() {
    if (sources.at(-1)?.readyState === 'closed') throw new Error('it belongs to no source')
    return { length: 0 }
  }
  appendBuffer() {}
  remove() {}
}
class Source extends EventTarget {
  static isTypeSupported = () => true
  readyState = 'open'
  duration = 0
  addSourceBuffer = () => new Buffer()
  endOfStream() {}
}
/** Stands where it is put: no time passes. */
class Sound extends EventTarget {
  currentTime = 0
  constructor() {
    super()
    sounds.push(this)
  }
  set src(_: string) {
    setTimeout(() => sources.at(-1)?.dispatchEvent(new Event('sourceopen')))
  }
  async play() {
    this.dispatchEvent(new Event('playing'))
  }
  pause() {}
  /** As in a browser: from its source to nothing, which is a change of its time. */
  load() {
    this.currentTime = 0
    for (const source of sources) source.readyState = 'closed'
    setTimeout(() => this.dispatchEvent(new Event('timeupdate')))
  }
  removeAttribute() {}
}
const sources: Source[] = []
const sounds: Sound[] = []

beforeEach(() => {
  vi.stubGlobal('Audio', Sound)
  vi.stubGlobal(
    'MediaSource',
    class extends Source {
      constructor() {
        super()
        sources.push(this)
      }
    },
  )
  vi.stubGlobal('URL', { createObjectURL: () => 'blob:', revokeObjectURL: () => {} })
})
afterEach(() => vi.unstubAllGlobals())

const turns = async () => {
  for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setTimeout(resolve))
}

/** A book of a hundred rows; nothing is made before `made`. */
function playerOf(made: Promise<void>) {
  const asked: string[] = []
  const heard: string[] = []
  const failures: unknown[] = []
  const span = { durationSeconds: 2, address: '/sound' } as SegmentSpan
  const player = createPlayer(
    {
      chapters: () => chaptersOf([100]),
      row: async (position) => rowAt(position),
      knownSpan: async () => null,
      async prepare(segmentId) {
        asked.push(segmentId)
        await made
        return { ok: true, value: span }
      },
      movePlayhead: (segmentId) => void heard.push(segmentId),
      sound: async () => new ArrayBuffer(1),
    },
    (failure) => void failures.push(failure),
  )
  return { asked, failures, heard, player }
}

it('rows that move before the first sound is there have no more made than what is heard next', async () => {
  const first = Promise.withResolvers<void>()
  const { asked, player } = playerOf(first.promise)
  player.playFrom(5)
  await turns()
  player.moved(6)
  first.resolve()
  await turns()
  expect(player.get().heard).toMatchObject({ position: 6 })
  expect(new Set(asked).size).toBeLessThanOrEqual(10)
  player.dispose()
})

it('nobody goes back into what was laid for the row that stood at a place before', async () => {
  const { asked, player } = playerOf(Promise.resolve())
  player.playFrom(5)
  await turns()
  const sound = sounds.at(-1)
  if (sound) sound.currentTime = 2.5
  sound?.dispatchEvent(new Event('timeupdate'))
  await turns()
  expect(player.get().heard).toMatchObject({ position: 6 })
  player.moved(7)
  await turns()
  const before = asked.filter((id) => id === 'c1-5').length
  player.playFrom(5)
  await turns()
  expect(asked.filter((id) => id === 'c1-5')).toHaveLength(before + 1)
  player.dispose()
})

it('a book that is left asks for nothing more, stays where it was heard, and fails at nothing', async () => {
  const { asked, failures, heard, player } = playerOf(Promise.resolve())
  player.playFrom(5)
  await turns()
  const sound = sounds.at(-1)
  if (sound) sound.currentTime = 2.5
  sound?.dispatchEvent(new Event('timeupdate'))
  await turns()
  const before = asked.length
  expect(heard.at(-1)).toBe('c1-6')
  player.dispose()
  await turns()
  expect(asked).toHaveLength(before)
  expect(heard.at(-1)).toBe('c1-6')
  expect(failures).toEqual([])
})
