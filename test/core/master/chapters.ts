// Chapters with takes for tests: seeded speech-like sound, measured as the real ones are.
import type { PauseKind, Segment, Take } from '../../../src/contract/index.ts'
import { analyse } from '../../../src/core/audio/analyse.ts'
import { digestBytes, digestText } from '../../../src/core/base/digest.ts'
import type { Voiced } from '../../../src/core/master/plan-chapter.ts'
import { padded, speechLike } from '../audio/signals.ts'

export type Sounds = Map<string, Int16Array>

/** A take of sound, kept in `sounds` under its id. */
export function takeOf(
  sounds: Sounds,
  samples: Int16Array,
  sampleRate: number,
  name: string,
): Take {
  const { analysis } = analyse(samples, sampleRate)
  const take: Take = {
    id: `${digestText(name)}.1`,
    recipeKey: digestText(name),
    rendition: 1,
    voice: 'espeak:gmw/en-US',
    sampleRate,
    samples: samples.length,
    audioDigest: digestBytes(new Uint8Array(samples.slice().buffer)),
    analysis,
    flags: [],
  }
  sounds.set(take.id, samples)
  return take
}

/** A segment that says `characters` letters. */
export const segmentOf = (
  number: number,
  block: number,
  characters = 100,
  pauseAfter: PauseKind = 'sentence',
  kind: Segment['kind'] = 'paragraph',
): Segment => ({
  id: `c1-${number}`,
  chapterId: 'c1',
  block,
  kind,
  text: 'x'.repeat(characters),
  spoken: [{ text: 'x'.repeat(characters) }],
  map: [[0, 0]],
  pauseAfter,
})

/** A chapter of `count` short takes of different length and loudness, three segments a paragraph. */
export function voicedChapter(sounds: Sounds, count: number, sampleRate: number): Voiced[] {
  return Array.from({ length: count }, (_, i) => {
    const sound = speechLike(0.3 + (i % 5) * 0.13, sampleRate, i + 1)
    const take = takeOf(sounds, padded(sound, 900, 1500), sampleRate, `take ${i} ${sampleRate}`)
    const pause = i === count - 1 ? 'chapter' : i % 3 === 2 ? 'paragraph' : 'sentence'
    return { segment: segmentOf(i + 1, Math.floor(i / 3), 150, pause), take }
  })
}
