// The only importer of wavesurfer.js: draws stored peaks, never decodes, and tells where it was clicked.
import WaveSurfer from 'wavesurfer.js'
import { type DialSource, createChapterDial } from './chapter-dial.ts'
import { cspNonce } from './csp-nonce.ts'

export type Waveform = {
  /** Shows peaks, 0 to 1, over a length. */
  show(peaks: readonly number[], durationSeconds: number): void
  /** Time or play state may have changed. */
  tick(): void
  /** Reads the colours of the page again. */
  paint(): void
  destroy(): void
}

const height = 52

const colours = (container: HTMLElement) => {
  const style = getComputedStyle(container)
  const colour = (name: string) => style.getPropertyValue(name)
  return {
    waveColor: colour('--wave'),
    progressColor: colour('--wave-played'),
    cursorColor: colour('--wave-played'),
  }
}

export function createWaveform(container: HTMLElement, source: DialSource): Waveform {
  const dial = createChapterDial(source)
  const surfer = WaveSurfer.create({
    container,
    height,
    media: dial.media,
    cspNonce: cspNonce(),
    barWidth: 2,
    barGap: 1,
    barRadius: 2,
    barMinHeight: 1,
    maxPeak: 1,
    cursorWidth: 2,
    dragToSeek: false,
    hideScrollbar: true,
    ...colours(container),
  })
  return {
    show(peaks, durationSeconds) {
      // A newer load ends an older one, which is no news.
      surfer.load('', [[...peaks]], durationSeconds).catch(() => {})
      dial.tick()
    },
    tick: dial.tick,
    paint: () => surfer.setOptions(colours(container)),
    destroy: () => surfer.destroy(),
  }
}
