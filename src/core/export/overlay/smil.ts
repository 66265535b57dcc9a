// Words of SMIL that both kinds of read-along books are written in (w3.org/TR/epub-33 §9.2).
import { escaped } from './xml.ts'

/** A stretch of a sound, in milliseconds. */
export type Heard = { from: number; to: number }

/** SMIL's clock value: `12.345s`. */
export const clockValue = (ms: number): string => `${(ms / 1000).toFixed(3)}s`

/** Milliseconds of all stretches together. */
export const heardMsOf = (stretches: readonly Heard[]): number =>
  stretches.reduce((sum, { from, to }) => sum + to - from, 0)

/** What is lit while a stretch is heard: `text` with its fragment and `audio` are addresses from the SMIL. */
export const pairElement = (
  id: string,
  { text, audio, from, to }: Heard & { text: string; audio: string },
): string =>
  `<par id="${id}"><text src="${escaped(text)}"/>` +
  `<audio src="${escaped(audio)}" clipBegin="${clockValue(from)}" clipEnd="${clockValue(to)}"/></par>\n`
