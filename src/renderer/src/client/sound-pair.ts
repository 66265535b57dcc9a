// Two sounds of one length, played together and heard one at a time: changing over loses no moment.

export type PairSide = 'shaped' | 'untouched'
export const pairSides: readonly PairSide[] = ['shaped', 'untouched']

export type SoundPair = {
  /** From a moment on. Must follow a click or key, as browsers ask. Rejects where they cannot be played. */
  play(atSeconds: number): Promise<void>
  hear(side: PairSide): void
  setRate(rate: number): void
  seconds(): number
  /** Ends it; it is not played again. */
  end(): void
}

/** More than this apart is heard as a jump. */
const mostApartSeconds = 0.04

/** `onEnd` hears of the end of the sound, not of `end`. */
export function createSoundPair(
  addresses: Record<PairSide, string>,
  side: PairSide,
  onEnd: () => void,
): SoundPair {
  let heard = side
  const players = { shaped: new Audio(), untouched: new Audio() }
  const listening = new AbortController()
  const { signal } = listening
  const silent = () => players[heard === 'shaped' ? 'untouched' : 'shaped']
  const mute = () => {
    for (const one of pairSides) players[one].muted = one !== heard
  }
  for (const one of pairSides) {
    const player = players[one]
    player.preload = 'auto'
    player.src = addresses[one]
    player.addEventListener('ended', () => one === heard && onEnd(), { signal })
    // Only what is not heard is moved.
    player.addEventListener(
      'timeupdate',
      () => {
        const other = silent()
        const apart = Math.abs(other.currentTime - player.currentTime)
        if (one === heard && apart > mostApartSeconds) other.currentTime = player.currentTime
      },
      { signal },
    )
  }
  mute()
  return {
    async play(atSeconds) {
      for (const one of pairSides) players[one].currentTime = atSeconds
      await Promise.all(pairSides.map((one) => players[one].play()))
    },
    hear(next) {
      heard = next
      mute()
    },
    setRate(rate) {
      for (const one of pairSides) players[one].playbackRate = rate
    },
    seconds: () => players[heard].currentTime,
    end() {
      listening.abort()
      for (const one of pairSides) {
        players[one].pause()
        players[one].removeAttribute('src')
      }
    },
  }
}
