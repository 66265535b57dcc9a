// What the player asks for when rows move while it waits for sound: no more than it would have.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { SegmentSpan } from '../../src/contract/index.ts'
import { createPlayer } from '../../src/renderer/src/client/player.ts'
import { chaptersOf, rowAt } from './studio-by-hand.ts'

class Buffer extends EventTarget {
  updating = false
  mode = ''
  timestampOffset = 0
  buffered = { length: 0 }
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
  load() {}
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
      movePlayhead: () => {},
      sound: async () => new ArrayBuffer(1),
    },
    () => {},
  )
  return { asked, player }
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
