// How loud a chapter is, and would be with another gain: from what is stored of its takes and its music.
import type { ChapterGain, Project } from '../../../contract/index.ts'
import { gainInto, usualRange } from '../../master/chapter-gain.ts'
import { chapterRms, measuredTake } from '../../master/chapter-rms.ts'
import { loudnessOf } from './book-music.ts'
import { chaptersToExport } from './export-order.ts'
import type { StudioParts } from '../studio-parts.ts'

/** RMS in dB of a chapter by its gain in dB. */
export type ChapterLoudness = (gainDb: number) => number

/** The gain that a chapter has, in dB. */
export const chapterGain = ({ chapters }: Pick<Project, 'chapters'>, chapterId: string): number =>
  chapters.find(({ id }) => id === chapterId)?.gainDb ?? 0

/** Null where something of the chapter is not spoken yet: nothing is spoken for it. */
export async function chapterLoudness(
  { context, plans }: StudioParts,
  project: Project,
  chapterId: string,
  signal: AbortSignal,
): Promise<ChapterLoudness | null> {
  const { plan, rows, missing } = await plans.plan(project, chapterId, { stale: false }, signal)
  const heard = rows.flatMap(({ take }) => take ?? [])
  if (missing.length > 0 || heard.length === 0) return null
  const peaks = await context.takes.peaks(heard.map(({ id }) => id))
  const takes = new Map(
    heard.map((take) => [take.id, measuredTake(take, peaks.get(take.id) ?? new Uint8Array(0))]),
  )
  const library = project.music.length > 0 ? await context.sounds.list() : []
  const sounds = new Map(library.map((sound) => [sound.id, loudnessOf(sound)]))
  const rmsWith = chapterRms(plan, takes, sounds)
  const planned = chapterGain(project, chapterId)
  return (gainDb) => rmsWith(gainDb - planned)
}

/** The gains that are another for chapters too far from the book's loudness; see `project.levelChapters`. */
export async function usualGains(
  parts: StudioParts,
  project: Project,
  chapterIds: readonly string[] | undefined,
  signal: AbortSignal,
): Promise<ChapterGain[]> {
  const range = usualRange(project.sound)
  const gains: ChapterGain[] = []
  for (const { id, gainDb = 0 } of range ? chaptersToExport(project, chapterIds) : []) {
    signal.throwIfAborted()
    const loudness = await chapterLoudness(parts, project, id, signal)
    const wanted = range && loudness ? gainInto(range, loudness, gainDb) : null
    if (wanted !== null && wanted !== gainDb) gains.push({ chapterId: id, gainDb: wanted })
  }
  return gains
}
