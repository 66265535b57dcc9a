// Sentences on what lets a folder for ACX pass, in German.
import type * as english from './english-mending.ts'
import type { SoundSettings } from '../sound.ts'
import { count, signedDb } from './german-figures.ts'

/** So many chapters are named; of more only the number is told. */
const mostNamed = 6

/** What mending sets in a book, after “eingestellt wird”; `titleOf` gives the titles of its chapters. */
export const germanAcxMendingText: typeof english.acxMendingText = (
  { sound, gains },
  before,
  titleOf,
) => {
  const named = gains.map(
    ({ chapterId, gainDb }) => `„${titleOf(chapterId)}“ auf ${signedDb(gainDb)}`,
  )
  return [
    ...(sound ? [soundText(sound, before)] : []),
    ...(gains.length > mostNamed ? [`der Pegel von ${count(gains.length)} Kapiteln`] : []),
    ...(gains.length > 0 && gains.length <= mostNamed ? [`der Pegel von ${named.join(', ')}`] : []),
  ].join(' und ')
}

const soundParts: readonly [name: string, part: (sound: SoundSettings) => unknown][] = [
  ['Lautheit', ({ loudnessLufs }) => loudnessLufs],
  ['Höchstpegel', ({ ceilingDb }) => ceilingDb],
  ['Filter', ({ highPassHz, compression }) => [highPassHz, compression]],
  ['Pausen', ({ pace, pauses }) => [pace, pauses]],
  ['Raumton', ({ roomToneDb }) => roomToneDb],
  ['Abtastrate', ({ sampleRate }) => sampleRate],
]

/** `der Klang des Buches (Lautheit, Pausen)`: which parts of it are others than before. */
function soundText(sound: SoundSettings, before: SoundSettings): string {
  const isOther = (part: (of: SoundSettings) => unknown) =>
    JSON.stringify(part(sound)) !== JSON.stringify(part(before))
  const names = soundParts.flatMap(([name, part]) => (isOther(part) ? [name] : []))
  return `der Klang des Buches (${names.join(', ')})`
}
