// What an export would come to: from the counts of its chapters, before anything is planned.
import {
  exportFormats,
  makesSeveral,
  type ChapterEntry,
  type ChapterProgress,
  type ExportEstimate,
  type ExportWarning,
  type ExportWish,
  type Project,
  type SoundSettings,
} from '../../../contract/index.ts'
import { encodedAs } from '../../export/encoding-of.ts'
import { isPlayable } from '../../export/file-tags.ts'
import { fileSize } from '../../export/file-size.ts'
import { planFiles } from '../../export/plan-files.ts'
import { chaptersToExport, forExport } from './export-order.ts'
import { musicSeconds } from './music-seconds.ts'
import type { StudioParts } from '../studio-parts.ts'
import { usualCharactersPerSecond } from '../narration/usual-pace.ts'

/** Between two segments, in seconds: most follow one another in a paragraph, some begin one. */
const usualPause = ({ pace, pauses }: SoundSettings): number =>
  (pace * (pauses.sentence + pauses.paragraph)) / 2000

/** So many chapters fit into Nero's list, and into one level of an MP3's table: a count of one byte. */
const listedChapters = 255

const GiB = 1024 ** 3

type Counted = { title: string; seconds: number; missing: number }

/** Chapters that are named come although they are not ticked. */
export async function estimateExport(
  { context }: Pick<StudioParts, 'context'>,
  {
    projectId,
    chapterIds,
    ...asked
  }: ExportWish & { projectId: string; chapterIds?: string[] | undefined },
): Promise<ExportEstimate> {
  const { project, wish } = forExport(await context.projects.read(projectId), asked)
  const progress = new Map(
    (await context.projects.progress(projectId)).map((row) => [row.chapterId, row]),
  )
  const music = await musicSeconds(context, project)
  const counted = chaptersToExport(project, chapterIds).map((chapter) =>
    countChapter(chapter, progress.get(chapter.id), {
      partial: wish.partial ?? false,
      sound: project.sound,
      music: music(chapter),
    }),
  )
  const heard = counted.filter(({ seconds }) => seconds > 0)
  const { sampleRate } = project.sound
  const sizeOf = (seconds: number) => fileSize({ seconds, sampleRate }, wish)
  const tags = { title: project.title, authors: [], narrator: '', language: '' }
  const weighed = heard.map((chapter) => ({ ...chapter, bytes: sizeOf(chapter.seconds) }))
  const files = heard.length === 0 ? [] : planFiles(weighed, wish, { tags, name: '' })
  const { encoding } = encodedAs(wish, project.sound)
  const kilobits = 'bitRate' in encoding ? encoding.bitRate / 1000 : null
  const sizes = files.map(({ chapters }) => sizeOf(secondsOf(chapters)))
  return {
    chapters: heard.length,
    files: files.length,
    seconds: secondsOf(heard),
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    missing: counted.reduce((sum, { missing }) => sum + missing, 0),
    missingChapters: counted.length - heard.length,
    kilobits,
    warnings: warningsOf(wish, {
      ...{ kilobits, cover: project.cover },
      mostChapters: Math.max(0, ...files.map(({ chapters }) => chapters.length)),
      largestBytes: Math.max(0, ...sizes),
    }),
  }
}

const secondsOf = (chapters: readonly { seconds: number }[]): number =>
  chapters.reduce((sum, { seconds }) => sum + seconds, 0)

/** As long as it is heard: nothing where a part will do and nothing of it is ready. */
function countChapter(
  { title, segments, characters }: ChapterEntry,
  progress: ChapterProgress | undefined,
  { partial, sound: how, music }: { partial: boolean; sound: SoundSettings; music: number },
): Counted {
  const speakable = segments - (progress?.skipped ?? 0)
  const ready = progress?.ready ?? 0
  const missing = Math.max(0, speakable - ready)
  const heard = partial ? ready : speakable
  if (heard === 0) return { title, seconds: 0, missing }
  const unspoken = partial ? 0 : (characters / usualCharactersPerSecond) * (missing / speakable)
  const edges = (how.pauses.chapterStart + how.pauses.chapterEnd) / 1000
  const sound = (progress?.readySeconds ?? 0) + unspoken
  // Most begin with their heading.
  const pauses = heard > 1 ? how.pauses.headingAfter / 1000 + (heard - 2) * usualPause(how) : 0
  return { title, seconds: sound + edges + pauses + music, missing }
}

function warningsOf(
  wish: ExportWish,
  told: {
    mostChapters: number
    largestBytes: number
    kilobits: number | null
    cover: Project['cover']
  },
): ExportWarning[] {
  const { codec, hasMarks } = exportFormats[wish.format]
  const { mostChapters, largestBytes, kilobits, cover } = told
  const warnings: ExportWarning[] = []
  if (mostChapters > listedChapters && codec === 'aac') warnings.push('chapters-beyond-nero')
  if (mostChapters > listedChapters && codec === 'mp3') warnings.push('chapters-nested')
  if (largestBytes > 4 * GiB) warnings.push('beyond-4-gb')
  else if (largestBytes > 2 * GiB) warnings.push('beyond-2-gb')
  // A WAV alone has no place for one.
  const takesCover = hasMarks || makesSeveral(wish)
  if (takesCover && cover && !isPlayable(cover)) warnings.push('cover-left-out')
  if (kilobits !== null && kilobits < (wish.kilobits ?? 0)) warnings.push('rate-lowered')
  return warnings
}
