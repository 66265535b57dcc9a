// Sound laid piece by piece, with a source buffer that refuses what the standard says it refuses.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openSoundStream } from '../../src/renderer/src/client/sound-stream.ts'

/** Every piece is that much shorter than it was said to be, as encoded sound may be. */
const missingSeconds = 0.01
const pieceSeconds = 2

class Source extends EventTarget {
  readyState = 'open'
  #duration = Number.NaN
  end = 0
  readonly removed: number[] = []
  constructor() {
    super()
    sources.push(this)
    setTimeout(() => this.dispatchEvent(new Event('sourceopen')))
  }
  get duration() {
    return this.#duration
  }
  set duration(seconds) {
    if (this.readyState !== 'open') throw new Error('InvalidStateError')
    this.#duration = seconds
  }
  endOfStream() {
    this.readyState = 'ended'
    this.#duration = this.end
  }
  addSourceBuffer() {
    return new Buffer(this)
  }
}

class Buffer {
  updating = false
  mode = ''
  buffered = { length: 0 }
  #offset = 0
  readonly #source: Source
  constructor(source: Source) {
    this.#source = source
  }
  get timestampOffset() {
    return this.#offset
  }
  set timestampOffset(seconds) {
    this.#source.readyState = 'open'
    this.#offset = seconds
  }
  appendBuffer() {
    this.#source.readyState = 'open'
    this.#source.end = this.#offset + pieceSeconds - missingSeconds
  }
  remove(start: number, end: number) {
    if (start < 0 || start > this.#source.duration || end <= start)
      throw new TypeError("Failed to execute 'remove' on 'SourceBuffer'")
    this.#source.readyState = 'open'
    this.#source.removed.push(start)
  }
}
const sources: Source[] = []

beforeEach(() => {
  vi.stubGlobal('MediaSource', Source)
  vi.stubGlobal('URL', { createObjectURL: () => 'blob:', revokeObjectURL: () => {} })
})
afterEach(() => vi.unstubAllGlobals())

it('what comes behind the end of finished sound is laid there, where nothing is to be taken away', async () => {
  const stream = await openSoundStream<string>({ currentTime: 0 } as HTMLAudioElement)
  const source = sources.at(-1)
  await stream.begin(0)
  await stream.lay('the last row', pieceSeconds, new ArrayBuffer(1))
  stream.finish()
  await stream.cutFrom(pieceSeconds)
  await stream.lay('its other half', pieceSeconds, new ArrayBuffer(1))
  expect(source?.removed).toEqual([pieceSeconds])
  expect(stream.laid).toEqual([
    { what: 'the last row', start: 0, end: 2 },
    { what: 'its other half', start: 2, end: 4 },
  ])
  // The element goes on to it, and does not end where it had ended.
  expect(source?.duration).toBeGreaterThan(4)
})
