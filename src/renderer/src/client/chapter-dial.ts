// A chapter as a media element: what wavesurfer.js shows and moves. Sound stays with the player.

export type ChapterDial = {
  /** The part of a media element that wavesurfer.js touches, in the chapter's own time. */
  media: HTMLMediaElement
  /** Tells that time or play state may have changed. */
  tick(): void
}

export type DialSource = {
  seconds(): number
  duration(): number
  playing(): boolean
  seek(seconds: number): void
}

/**
 * The player lays segments on a timeline of its own, since a chapter's times shift while it is being
 * made; wavesurfer.js takes anything shaped like a media element, as its own WebAudio player shows.
 */
export function createChapterDial(source: DialSource): ChapterDial {
  const target = new EventTarget()
  let wasPlaying = false
  const surface = {
    get currentTime() {
      return source.seconds()
    },
    set currentTime(seconds: number) {
      source.seek(seconds)
    },
    get duration() {
      return source.duration()
    },
    get paused() {
      return !source.playing()
    },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    dispatchEvent: target.dispatchEvent.bind(target),
    removeAttribute: () => {},
    canPlayType: () => '',
    play: () => Promise.resolve(),
    pause: () => {},
    load: () => {},
    remove: () => {},
    src: '',
    currentSrc: '',
    volume: 1,
    muted: false,
    playbackRate: 1,
    ended: false,
    seeking: false,
    readyState: 4,
    error: null,
  }
  return {
    media: surface as unknown as HTMLMediaElement,
    tick() {
      const playing = source.playing()
      if (playing !== wasPlaying) target.dispatchEvent(new Event(playing ? 'play' : 'pause'))
      wasPlaying = playing
      target.dispatchEvent(new Event('timeupdate'))
    },
  }
}
