// Plays the book from any segment while the rest is still being made.
import type { Failure, SegmentRow } from '../../../contract/index.ts'
import { unforeseen } from './connection.ts'
import { createStore, type Readable } from './store.ts'
import { heardFrom, lastPosition, nextHeard } from './book-order.ts'
import {
  type Fetched,
  fetchPiece,
  type Heard,
  type Piece,
  type PlayerSource,
  soundBroken,
  takeOf,
} from './fetch-piece.ts'
import { canPlay, openSoundStream, type SoundStream } from './sound-stream.ts'

/**
 * How many segments are fetched ahead of the one being heard, and made where they are not there; also
 * the first ones of the next chapter. Whoever listens wants to hear what comes next, also where speaking
 * costs money: so many and no more, for nothing is made that is not about to be heard.
 */
const ahead = 3
/** The position of what is laid and has no place any more. */
const nowhere = -1
/** Segments passed over in a row before the player gives up: the voice itself must be broken. */
const mostPassedOver = 3

export type PlayerState = {
  /** `waiting`: wants to play and has no sound yet. */
  mode: 'idle' | 'waiting' | 'playing' | 'paused'
  heard: Heard | null
  rate: number
}

export type Player = Readable<PlayerState> & {
  /** Plays from a row, `offsetSeconds` into it. Must follow a click or key, as browsers ask. */
  playFrom(position: number, offsetSeconds?: number): void
  /** Moves without changing whether it plays. */
  seek(position: number, offsetSeconds: number): void
  pause(): void
  resume(): void
  setRate(rate: number): void
  /** Seconds into the segment being heard. */
  secondsIntoHeard(): number
  /** Several times a second while it plays. Returns the function that stops it. */
  onTime(listener: () => void): () => void
  /**
   * The rows have other places: what is heard goes on, and what comes behind it is laid anew. `place` is where
   * the heard row is now; null where it is gone.
   */
  moved(place: number | null): void
  /** The whole book sounds otherwise: what is heard goes on with its new sound, from where it is. */
  reshaped(): void
  /** A row's sound changed: what was fetched of it ahead is fetched anew. */
  changed(rows: readonly SegmentRow[]): void
  dispose(): void
}

/** `onFailure` hears of segments that were passed over. `dispose` stops the sound. */
export function createPlayer(
  source: PlayerSource,
  onFailure: (failure: Failure | null) => void,
): Player {
  const store = createStore<PlayerState>({ mode: 'idle', heard: null, rate: 1 })
  const element = new Audio()
  element.preload = 'auto'
  // At any speed a voice keeps its own height.
  element.preservesPitch = true
  let stream: Promise<SoundStream<Piece>> | null = null
  let sink: SoundStream<Piece> | null = null
  let run = 0
  let next: number | null = null
  let fetched = new Map<number, Promise<Fetched>>()
  let startOffset = 0
  /** The element goes on saying things: that its sound is taken from it is a change of its time. */
  const end = new AbortController()

  const update = (change: Partial<PlayerState>) => store.update((now) => ({ ...now, ...change }))
  const wantsToPlay = () => ['playing', 'waiting'].includes(store.get().mode)

  const pieceAt = (position: number): Promise<Fetched> => {
    const known = fetched.get(position)
    if (known !== undefined) return known
    const flight = fetchPiece(source, position)
    fetched.set(position, flight)
    return flight
  }
  /** Whether what is laid was laid for rows of before. */
  let isOld = false
  const laid = (): SoundStream<Piece>['laid'] => (isOld ? [] : (sink?.laid ?? []))
  const aheadOfVoice = (): number => laid().filter((one) => one.start > element.currentTime).length
  const open = async (): Promise<SoundStream<Piece>> =>
    (sink = await (stream ??= openSoundStream<Piece>(element)))

  /** Lays pieces until enough are ahead; called again as the voice moves on. */
  let feeding = -1
  const feed = async (mine: number) => {
    if (feeding === mine || end.signal.aborted) return
    feeding = mine
    try {
      await lay(mine)
    } catch (error) {
      // A browser may refuse sound at any moment, and says why in its own words.
      if (mine === run) {
        onFailure(unforeseen(String(error)))
        stop()
      }
    }
  }
  const lay = async (mine: number) => {
    let passedOver = 0
    const into = await open()
    while (mine === run && next !== null && aheadOfVoice() < ahead) {
      const position: number = next
      for (const soon of heardFrom(source.chapters(), position, ahead)) void pieceAt(soon)
      const got = await pieceAt(position)
      if (mine !== run) break
      fetched.delete(position)
      next = nextHeard(source.chapters(), position)
      if ('passedOver' in got) {
        passedOver += got.failure === null ? 0 : 1
        if (got.failure !== null) onFailure(got.failure)
        if (passedOver >= mostPassedOver) return stop()
        continue
      }
      passedOver = 0
      await into.lay(got.piece, got.piece.span.durationSeconds, got.sound)
    }
    if (feeding === mine) feeding = -1
    if (mine === run && next === null) into.finish()
    follow()
  }
  const stop = () => {
    run += 1
    feeding = -1
    next = null
    element.pause()
    update({ mode: 'idle' })
  }
  const pieceNow = () =>
    laid().find((one) => one.start <= element.currentTime + 0.001 && element.currentTime < one.end)
  const follow = () => {
    const now = pieceNow()
    if (now === undefined || end.signal.aborted) return
    const { position, segmentId, chapterId } = now.what
    if (store.get().heard?.position === position) return
    update({ heard: { position, segmentId, chapterId } })
    source.movePlayhead(segmentId)
  }

  const jump = async (position: number, offsetSeconds: number, play: boolean) => {
    run += 1
    const mine = run
    // Within what is laid already a jump is only a move.
    const there = laid().findLast((one) => one.what.position === position)
    update({ mode: play ? 'waiting' : store.get().mode === 'idle' ? 'paused' : store.get().mode })
    if (!play) element.pause()
    startOffset = offsetSeconds
    if (there !== undefined) {
      element.currentTime = there.start + Math.min(offsetSeconds, there.end - there.start - 0.01)
    } else {
      fetched = new Map()
      next = position
    }
    const row = await source.row(position)
    if (mine !== run || row === null) return
    update({ heard: { position, segmentId: row.id, chapterId: row.chapterId } })
    source.movePlayhead(row.id)
    const into = await open()
    if (mine !== run) return
    if (there === undefined) await into.begin(offsetSeconds)
    if (mine !== run) return
    isOld = false
    if (play) void element.play().catch(() => mine === run && update({ mode: 'paused' }))
    void feed(mine)
  }

  const hear = (name: keyof HTMLMediaElementEventMap, listener: () => void) =>
    element.addEventListener(name, listener, { signal: end.signal })
  hear('timeupdate', () => {
    follow()
    if (run > 0) void feed(run)
  })
  hear('playing', () => update({ mode: 'playing' }))
  hear('waiting', () => wantsToPlay() && update({ mode: 'waiting' }))
  hear('pause', () => store.get().mode === 'playing' && update({ mode: 'paused' }))
  hear('ended', stop)
  hear('error', () => {
    if (stream === null || element.error === null) return
    onFailure(soundBroken(element.error.message))
    stream = null
    sink = null
    stop()
  })

  return {
    get: store.get,
    subscribe: store.subscribe,
    playFrom(position, offsetSeconds = 0) {
      if (!canPlay()) return onFailure(null)
      void jump(position, offsetSeconds, true)
    },
    seek: (position, offsetSeconds) => void jump(position, offsetSeconds, wantsToPlay()),
    pause() {
      element.pause()
      if (store.get().mode !== 'idle') update({ mode: 'paused' })
    },
    resume() {
      update({ mode: 'waiting' })
      void element.play().catch(() => update({ mode: 'paused' }))
    },
    setRate(rate) {
      element.defaultPlaybackRate = rate
      element.playbackRate = rate
      update({ rate })
    },
    secondsIntoHeard() {
      const now = pieceNow()
      return now === undefined ? startOffset : element.currentTime - now.start
    },
    onTime(listener) {
      const names = ['timeupdate', 'seeking', 'play', 'pause'] as const
      for (const name of names) element.addEventListener(name, listener)
      return () => names.forEach((name) => element.removeEventListener(name, listener))
    },
    moved(place) {
      const { heard, mode } = store.get()
      fetched = new Map()
      const now = pieceNow()
      if (heard === null || mode === 'idle') {
        isOld = true
        if (heard !== null) update({ heard: place === null ? null : { ...heard, position: place } })
        return
      }
      // Where the row is gone, another one stands at its place or before it.
      const last = lastPosition(source.chapters())
      const position = place ?? Math.min(heard.position, last)
      // What was heard before is at places of before: nobody jumps there.
      for (const one of laid()) one.what.position = nowhere
      // Its first sound is on its way: what is laid from here on must be known as laid, or it never ends.
      if (laid().length === 0) return void jump(position, startOffset, wantsToPlay())
      if (now !== undefined) now.what.position = position
      update({ heard: { ...heard, position } })
      run += 1
      next = place === null ? position : nextHeard(source.chapters(), position)
      const mine = run
      const end = now?.end ?? laid().at(-1)?.end ?? 0
      void sink?.cutFrom(end).then(() => (mine === run ? feed(mine) : undefined))
    },
    reshaped() {
      const { heard, mode } = store.get()
      const offset = this.secondsIntoHeard()
      isOld = true
      fetched = new Map()
      if (heard !== null && mode !== 'idle') void jump(heard.position, offset, wantsToPlay())
    },
    changed(rows) {
      for (const row of rows) void refresh(row)
    },
    dispose() {
      end.abort()
      run += 1
      next = null
      element.pause()
      void stream?.then((open) => open.dispose())
    },
  }

  async function refresh(row: SegmentRow): Promise<void> {
    const place = laid().find(
      (one) => one.what.position === row.position && one.start > element.currentTime,
    )
    const take = takeOf(row)
    if (place === undefined) {
      const waiting = fetched.get(row.position)
      if (waiting === undefined) return
      const got = await waiting
      if ('piece' in got && take !== null && got.piece.takeId !== null && got.piece.takeId !== take)
        fetched.delete(row.position)
      return
    }
    // On its way to another take a row has none; only the next sound counts.
    if (take === null || place.what.takeId === take) return
    const known = place.what.takeId !== null
    place.what.takeId = take
    if (!known) return
    run += 1
    fetched = new Map()
    next = row.position
    await sink?.cutFrom(place.start)
    void feed(run)
  }
}
