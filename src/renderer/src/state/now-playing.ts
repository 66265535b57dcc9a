// What the system shows of what plays, and its media keys: by the browser's media session, behind every door.
import type { OpenBook } from './open-book.ts'

/** The part of a page's media session that is used; tests hand in their own. */
export type NowPlayingSession = Pick<
  MediaSession,
  'metadata' | 'playbackState' | 'setActionHandler' | 'setPositionState'
>

export type NowPlayingDeeds = {
  /** Begins at the chosen segment, or goes on. */
  play(): void
  step(segments: 1 | -1): void
}

type PlayedBook = Pick<
  OpenBook,
  'project' | 'player' | 'timelines' | 'heardSeconds' | 'seekChapter'
>

/** How far one press moves where the system does not say. */
const seekSeconds = 10

/** Until the answer is called; then the system forgets the book. `describe` makes a page's `MediaMetadata`. */
export function tellNowPlaying(
  session: NowPlayingSession,
  describe: (what: { title: string; artist: string; album: string }) => MediaMetadata,
  book: PlayedBook,
  deeds: NowPlayingDeeds,
): () => void {
  const { player, project, timelines } = book
  let described = ''

  const tell = () => {
    const { mode, heard, rate } = player.get()
    const open = project.get()
    if (heard === null || open.state !== 'ready') return
    session.playbackState = mode === 'idle' ? 'none' : mode === 'paused' ? 'paused' : 'playing'
    const { title, authors, chapters } = open.project
    const chapter = chapters.find(({ id }) => id === heard.chapterId)
    const what = { title: chapter?.title || title, artist: authors.join(', '), album: title }
    if (JSON.stringify(what) !== described) session.metadata = describe(what)
    described = JSON.stringify(what)
    const duration = timelines.of(heard.chapterId).get()?.durationSeconds ?? 0
    // A chapter that is still being made has no length to tell.
    if (duration <= 0) return session.setPositionState()
    const position = Math.min(Math.max(0, book.heardSeconds()), duration)
    session.setPositionState({ duration, position, playbackRate: rate })
  }
  const seek = (seconds: number) => {
    const { heard } = player.get()
    if (heard !== null) void book.seekChapter(heard.chapterId, Math.max(0, seconds)).then(tell)
  }
  const actions: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
    play: deeds.play,
    pause: player.pause,
    previoustrack: () => deeds.step(-1),
    nexttrack: () => deeds.step(1),
    seekbackward: ({ seekOffset }) => seek(book.heardSeconds() - (seekOffset ?? seekSeconds)),
    seekforward: ({ seekOffset }) => seek(book.heardSeconds() + (seekOffset ?? seekSeconds)),
    seekto: ({ seekTime }) => seek(seekTime ?? 0),
  }
  const names = Object.keys(actions) as MediaSessionAction[]
  for (const name of names) session.setActionHandler(name, actions[name] ?? null)
  const stops = [player.subscribe(tell), project.subscribe(tell)]
  tell()
  return () => {
    stops.forEach((stop) => stop())
    for (const name of names) session.setActionHandler(name, null)
    session.playbackState = 'none'
    session.metadata = null
  }
}
