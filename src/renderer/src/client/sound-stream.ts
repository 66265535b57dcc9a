// One media element fed through MediaSource: mastered segments are laid one behind the other, gapless.
import { createTurn } from './in-turn.ts'

/** FLAC in fragmented MP4, as `segment.prepare` answers with. */
const mediaType = 'audio/mp4; codecs="flac"'
/** What was heard longer ago than this is let go. */
const keptSeconds = 90
/** Between two runs on the element's timeline, so that a jump never touches what was laid before. */
const runGapSeconds = 30
/** An end nobody reaches: with an endless duration an element may not stand where nothing is laid. */
const farSeconds = 1_000_000

/** A segment on the element's timeline. */
export type Laid<T> = { what: T; start: number; end: number }

export type SoundStream<T> = {
  /** The current run, in order. */
  readonly laid: readonly Laid<T>[]
  /** Begins a new run behind everything laid so far, and moves the element there. */
  begin(offsetSeconds: number): Promise<void>
  /** Lays a segment. Its place is known only now: sound decides its own length. */
  lay(what: T, durationSeconds: number, sound: ArrayBuffer): Promise<void>
  /** Takes away what is laid from a place on, to lay something else there. */
  cutFrom(start: number): Promise<void>
  /** Nothing more comes: the element ends where the sound does. */
  finish(): void
  dispose(): void
}

export const canPlay = (): boolean =>
  typeof MediaSource !== 'undefined' && MediaSource.isTypeSupported(mediaType)

export async function openSoundStream<T>(element: HTMLAudioElement): Promise<SoundStream<T>> {
  const source = new MediaSource()
  const address = URL.createObjectURL(source)
  element.src = address
  await once(source, 'sourceopen')
  const buffer = source.addSourceBuffer(mediaType)
  source.duration = farSeconds
  buffer.mode = 'segments'
  let laid: Laid<T>[] = []
  let end = 0
  const turn = createTurn()

  /** A source buffer does one thing at a time. */
  const inTurn = (deed: () => void): Promise<void> =>
    turn(async () => {
      if (source.readyState === 'closed') return
      deed()
      if (buffer.updating) await once(buffer, 'updateend')
    })
  /**
   * A source that had been finished takes sound again. Its duration was that of the sound by then, and
   * behind it nothing may be taken away.
   */
  const reopen = (start: number) => {
    buffer.timestampOffset = start
    source.duration = farSeconds
  }
  const letGo = async () => {
    const until = element.currentTime - keptSeconds
    if (buffer.buffered.length === 0 || buffer.buffered.start(0) >= until - keptSeconds) return
    laid = laid.filter((one) => one.end > until)
    await inTurn(() => buffer.remove(0, until))
  }

  return {
    get laid() {
      return laid
    },
    async begin(offsetSeconds) {
      if (end > 0) end += runGapSeconds
      laid = []
      const start = end
      await inTurn(() => reopen(start))
      if (end === start) element.currentTime = start + offsetSeconds
    },
    async lay(what, durationSeconds, sound) {
      const start = end
      // Taken at once, so that a jump while this one is appended begins behind it.
      end = start + durationSeconds
      laid = [...laid, { what, start, end }]
      await inTurn(() => {
        buffer.timestampOffset = start
        buffer.appendBuffer(sound)
      })
      await letGo()
    },
    async cutFrom(start) {
      laid = laid.filter((one) => one.start < start)
      end = start
      await inTurn(() => {
        reopen(start)
        buffer.remove(start, Infinity)
      })
    },
    finish() {
      void inTurn(() => {
        if (source.readyState === 'open') source.endOfStream()
      })
    },
    dispose() {
      element.pause()
      element.removeAttribute('src')
      element.load()
      URL.revokeObjectURL(address)
    },
  }
}

const once = (target: EventTarget, name: string): Promise<void> =>
  new Promise((resolve) => target.addEventListener(name, () => resolve(), { once: true }))
