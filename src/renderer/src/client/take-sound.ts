// Lets takes be heard: one alone, or two for one another, changed over at the same place while they play.
import { createStore, type Readable } from './store.ts'

export type TakeSoundNow = {
  mode: 'idle' | 'waiting' | 'playing'
  segmentId: string | null
  /** One that is heard alone, or two beside each other, which stay when they have been heard. */
  takeIds: readonly string[]
  /** Which of them is heard, or was last. */
  heard: string | null
}

export type HeardTake = { address: string; durationSeconds: number }

export type TakeSound = Readable<TakeSoundNow> & {
  /** Lets a take be heard, or ends it. */
  toggle(segmentId: string, takeId: string): void
  hear(segmentId: string, takeId: string): void
  /** Both beside each other; the first is heard. */
  compare(segmentId: string, takeIds: readonly [string, string]): void
  /** Plays what is beside each other again, or ends it; both stay. */
  toggleCompared(): void
  /** The other of both from the same place on; where nothing plays it is only chosen. */
  change(takeId: string): void
  stop(): void
  /** The two are beside each other no more. */
  close(): void
}

const nothing: TakeSoundNow = { mode: 'idle', segmentId: null, takeIds: [], heard: null }

/** As far into one sound as into the other, both in seconds. */
export const samePlace = (seconds: number, lengthSeconds: number, otherSeconds: number): number =>
  lengthSeconds > 0 ? (Math.min(seconds, lengthSeconds) / lengthSeconds) * otherSeconds : 0

/** `soundOf` answers null where there is nothing to hear, and has told why. */
export function createTakeSound(
  soundOf: (segmentId: string, takeId: string) => Promise<HeardTake | null>,
  book: { pause(): void; rate(): number },
): TakeSound {
  const store = createStore<TakeSoundNow>(nothing)
  const players = new Map<string, { audio: HTMLAudioElement; durationSeconds: number }>()
  let turn = 0

  const end = () => {
    turn += 1
    for (const { audio } of players.values()) {
      audio.pause()
      audio.removeAttribute('src')
    }
    players.clear()
  }
  const stop = () => {
    end()
    store.update((now) => (now.takeIds.length > 1 ? { ...now, mode: 'idle' } : nothing))
  }
  const play = async (takeId: string, atSeconds: number) => {
    const mine = turn
    const player = players.get(takeId)
    if (player === undefined) return
    player.audio.currentTime = atSeconds
    player.audio.playbackRate = book.rate()
    await player.audio
      .play()
      .then(() => mine === turn && store.update((now) => ({ ...now, mode: 'playing' })))
      // It was paused before it began, for the other one is wanted now; else it cannot be played.
      .catch(() => mine === turn && store.get().heard === takeId && stop())
  }
  const begin = async (segmentId: string, takeIds: readonly string[], first: string) => {
    end()
    const mine = turn
    book.pause()
    store.set({ mode: 'waiting', segmentId, takeIds, heard: first })
    const sounds = await Promise.all(takeIds.map((id) => soundOf(segmentId, id)))
    if (mine !== turn) return
    for (const [at, sound] of sounds.entries()) {
      if (sound === null) return stop()
      const takeId = takeIds[at] as string
      const audio = new Audio(sound.address)
      audio.preload = 'auto'
      audio.addEventListener('ended', () => mine === turn && stop())
      players.set(takeId, { audio, durationSeconds: sound.durationSeconds })
    }
    await play(store.get().heard ?? first, 0)
  }
  const hear = (segmentId: string, takeId: string) => void begin(segmentId, [takeId], takeId)
  return {
    get: store.get,
    subscribe: store.subscribe,
    toggle(segmentId, takeId) {
      const { mode, takeIds } = store.get()
      if (mode !== 'idle' && takeIds.length === 1 && takeIds[0] === takeId) stop()
      else hear(segmentId, takeId)
    },
    hear,
    compare: (segmentId, takeIds) => void begin(segmentId, takeIds, takeIds[0]),
    toggleCompared() {
      const { mode, segmentId, takeIds, heard } = store.get()
      if (mode !== 'idle') stop()
      else if (segmentId !== null && heard !== null) void begin(segmentId, takeIds, heard)
    },
    change(takeId) {
      const { heard, takeIds } = store.get()
      if (heard === takeId || !takeIds.includes(takeId)) return
      const from = heard === null ? undefined : players.get(heard)
      const to = players.get(takeId)
      store.update((now) => ({ ...now, heard: takeId }))
      if (from === undefined || to === undefined) return
      const { currentTime } = from.audio
      from.audio.pause()
      void play(takeId, samePlace(currentTime, from.durationSeconds, to.durationSeconds))
    },
    stop,
    close() {
      end()
      store.set(nothing)
    },
  }
}
