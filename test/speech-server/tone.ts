// Sound that costs nothing: as long as speech of the text would be, with syllables and a soft end.
import { digestText } from '../../src/core/base/digest.ts'

export type Sound = { samples: Int16Array; sampleRate: number }

/** espeak's rate, so that a profile means the same for both kinds of sound. */
export const sampleRate = 22_050

const secondsPerCharacter = 1 / 15.5
const loopSeconds = 10
let loop: Int16Array | null = null

/** Ten seconds of hummed syllables, about four a second; joins with itself without a click. */
function hummed(): Int16Array {
  const samples = new Int16Array(loopSeconds * sampleRate)
  for (let i = 0; i < samples.length; i++) {
    const seconds = i / sampleRate
    const turn = 2 * Math.PI * 140 * seconds
    const voice = Math.sin(turn) + Math.sin(turn * 2) / 2 + Math.sin(turn * 3) / 4
    samples[i] = Math.round(6000 * voice * Math.abs(Math.sin(Math.PI * 3.9 * seconds)))
  }
  return samples
}

/** Each text begins elsewhere in the hum, so that different texts have different sound. */
export function toneOf(wish: { text: string; voice: string; rate: number }): Sound {
  const source = (loop ??= hummed())
  const seconds = 0.2 + (wish.text.length * secondsPerCharacter) / wish.rate
  const samples = new Int16Array(Math.round(seconds * sampleRate))
  let from = parseInt(digestText(`${wish.voice} ${wish.text}`).slice(0, 8), 16) % source.length
  for (let at = 0; at < samples.length;) {
    const piece = source.subarray(from, from + samples.length - at)
    samples.set(piece, at)
    at += piece.length
    from = 0
  }
  const fade = Math.min(Math.round(0.05 * sampleRate), samples.length >> 1)
  for (let i = 0; i < fade; i++) {
    const last = samples.length - 1 - i
    samples[i] = Math.round(((samples[i] as number) * i) / fade)
    samples[last] = Math.round(((samples[last] as number) * i) / fade)
  }
  return { samples, sampleRate }
}
