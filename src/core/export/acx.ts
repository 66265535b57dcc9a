// What a folder for ACX is made of, whatever else was wished.
import {
  soundPresets,
  type AcxPart,
  type ChapterEntry,
  type ExportWish,
  type SoundSettings,
} from '../../contract/index.ts'
import { creditsParts, isCredits, isCreditsPart } from './credits.ts'

/** In seconds: no sample may be longer. */
export const longestSample = 5 * 60
export const sampleName = 'Retail sample.mp3'
export const reportName = 'report.txt'

/** What a wish comes to: for ACX a file per chapter, MP3 with 192 kbit/s at a constant rate. */
export function wishInFull(wish: ExportWish): ExportWish {
  if (!wish.acx) return wish
  const { quality: _, ...rest } = wish
  return { ...rest, format: 'mp3', split: { kind: 'chapters' }, kilobits: 192 }
}

/** The sound that it is rendered with: the book's own where that can pass, else the preset that is made for it. */
export const acxSound = (own: SoundSettings): SoundSettings =>
  own.sampleRate === soundPresets.audible.sampleRate &&
  own.ceilingDb <= soundPresets.audible.ceilingDb
    ? own
    : soundPresets.audible

/** Which credits no chapter is. */
export const missingCredits = (titles: readonly string[]): AcxPart[] =>
  creditsParts.filter((part) => !titles.some((title) => isCreditsPart(part, title)))

/** The chapter that the sample is cut from: the first of the book itself. */
export function sampleChapter<C extends { id: string; title: string }>(
  chapters: readonly C[],
  entries: readonly Pick<ChapterEntry, 'id' | 'matter'>[],
): C | undefined {
  const body = new Set(entries.filter(({ matter }) => matter === 'body').map(({ id }) => id))
  const told = chapters.filter(({ title }) => !isCredits(title))
  return told.find(({ id }) => body.has(id)) ?? told[0]
}
