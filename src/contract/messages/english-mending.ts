// Sentences on what lets a folder for ACX pass, in English.
import type { AcxMending } from '../sound-check.ts'
import type { SoundSettings } from '../sound.ts'
import { count, signedDb } from './english-figures.ts'

/** So many chapters are named; of more only the number is told. */
const mostNamed = 6

/** What mending sets in a book, after “sets”; `titleOf` gives the titles of its chapters. */
export function acxMendingText(
  { sound, gains }: AcxMending,
  before: SoundSettings,
  titleOf: (chapterId: string) => string,
): string {
  const named = gains.map(
    ({ chapterId, gainDb }) => `“${titleOf(chapterId)}” to ${signedDb(gainDb)}`,
  )
  return [
    ...(sound ? [soundText(sound, before)] : []),
    ...(gains.length > mostNamed ? [`the gain of ${count(gains.length)} chapters`] : []),
    ...(gains.length > 0 && gains.length <= mostNamed ? [`the gain of ${named.join(', ')}`] : []),
  ].join(', and ')
}

const soundParts: readonly [name: string, part: (sound: SoundSettings) => unknown][] = [
  ['loudness', ({ loudnessLufs }) => loudnessLufs],
  ['highest peak', ({ ceilingDb }) => ceilingDb],
  ['filters', ({ highPassHz, compression }) => [highPassHz, compression]],
  ['pauses', ({ pace, pauses }) => [pace, pauses]],
  ['room tone', ({ roomToneDb }) => roomToneDb],
  ['sample rate', ({ sampleRate }) => sampleRate],
]

/** `the book’s sound (loudness, pauses)`: which parts of it are others than before. */
function soundText(sound: SoundSettings, before: SoundSettings): string {
  const isOther = (part: (of: SoundSettings) => unknown) =>
    JSON.stringify(part(sound)) !== JSON.stringify(part(before))
  const names = soundParts.flatMap(([name, part]) => (isOther(part) ? [name] : []))
  return `the book’s sound (${names.join(', ')})`
}
