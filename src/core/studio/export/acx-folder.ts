// What makes a folder of chapters one for ACX: a retail sample, every file measured, a report.
import {
  acxReportText,
  type AcxPart,
  type AcxReport,
  type BookTags,
  type Group,
  type SoundCheck,
} from '../../../contract/index.ts'
import { createSideBySide } from '../../base/side-by-side.ts'
import { pictureSize } from '../../book/picture-size.ts'
import {
  longestSample,
  missingCredits,
  reportName,
  sampleChapter,
  sampleName,
} from '../../export/acx.ts'
import { encodedAs, encodingOf } from '../../export/encoding-of.ts'
import { playableCover } from '../../export/file-tags.ts'
import type { ExportFolder } from '../../ports/export-folders.ts'
import type { Picture } from '../../ports/projects.ts'
import { planAcxMending } from './plan-acx-mending.ts'
import { checkSound } from './check-sound.ts'
import type { EncodedChapter, ExportOrder } from './export-order.ts'
import type { RunningJob } from '../job-registry.ts'
import type { StudioContext } from '../studio-context.ts'
import type { StudioParts } from '../studio-parts.ts'

export type AcxFolder = {
  folder: ExportFolder
  /** The files of the chapters, as they are called. */
  names: readonly string[]
  chapters: readonly EncodedChapter[]
  tags: BookTags
  cover: Picture | null
}

/** Measures what is written, as a player decodes it. Fails with what the codecs say. */
export async function completeAcxFolder(
  parts: StudioParts,
  running: RunningJob,
  order: ExportOrder,
  made: AcxFolder,
): Promise<AcxReport> {
  const { context } = parts
  const { folder, chapters, tags, cover } = made
  const missing: AcxPart[] = missingCredits(chapters.map(({ title }) => title))
  const sampled = await writeSample(parts, running, order, made)
  if (!sampled) missing.push('retail-sample')
  missing.push(...missingCover(cover))

  const names = [...made.names, ...(sampled ? [sampleName] : [])]
  const chapterIds = [...chapters.map(({ id }) => id), ...(sampled ? [sampled.id] : [])]
  const checks = await checkAll(context, running, names.map(folder.pathOf))
  const told = checks.map((check, at) => ({ ...check, chapterId: chapterIds[at] }))
  const { files, mending } = await planAcxMending(parts, order.project, told, running.signal)
  const passed = files.every((file) => file.passed)
  const report = { passed, files, missing, ...(mending && { mending }) }
  await folder.writeText(reportName, `${acxReportText(tags.title, report)}\n`)
  return report
}

/** Edges of a cover, in pixels. */
const coverEdge = 2400

function missingCover(cover: Picture | null): AcxPart[] {
  const picture = playableCover(cover)
  if (!picture) return ['cover']
  const kind = picture.mediaType === 'image/png' ? 'image/png' : 'image/jpeg'
  const { width, height } = pictureSize(picture.bytes, kind) ?? { width: 0, height: 0 }
  return width === height && width >= coverEdge ? [] : ['square-cover']
}

/** As many at a time as the machine has cores for. */
async function checkAll(
  context: StudioContext,
  running: RunningJob,
  paths: readonly string[],
): Promise<SoundCheck[]> {
  const checks: SoundCheck[] = []
  let done = 0
  const lanes = createSideBySide(context.options.workers, running.signal)
  running.update({ stage: 'checking', done, total: paths.length })
  for (const [at, path] of paths.entries()) {
    await lanes.begin(async () => {
      checks[at] = await checkSound(context, path, running.signal)
      running.update({ done: (done += 1) })
    })
  }
  await lanes.end()
  return checks
}

/**
 * Cut where a paragraph ends. Answers with the chapter it is cut from; null where its first paragraph is too
 * long already, or nothing is there.
 */
async function writeSample(
  parts: StudioParts,
  { signal }: RunningJob,
  order: ExportOrder,
  { folder, chapters, tags, cover }: AcxFolder,
): Promise<EncodedChapter | null> {
  const { context } = parts
  const { project, wish } = order
  const chapter = sampleChapter(chapters, project.chapters)
  const groups = chapter ? await sampleGroups(parts, order, chapter.id, signal) : []
  if (!chapter || groups.length === 0) return null
  const encoding = encodingOf(wish)
  const piece = await context.codecs.encode(groups, encoding, signal)
  await context.codecs.writeFile(
    {
      target: folder.pathOf(sampleName),
      ...{ format: wish.format, encoding, cover },
      tags: { ...tags, part: { number: 1, of: 1, title: `${tags.title}, retail sample` } },
      chapters: [{ title: chapter.title, pieces: [piece] }],
    },
    () => {},
    signal,
  )
  return chapter
}

/** Groups from the chapter's start that together are short enough, the last one with a chapter's end. */
async function sampleGroups(
  { plans }: StudioParts,
  { project, wish }: ExportOrder,
  chapterId: string,
  signal: AbortSignal,
): Promise<Group[]> {
  const { sampleRate } = encodedAs(wish, project.sound)
  const options = { gaps: wish.partial ?? false, sampleRate, signal }
  const groups: Group[] = []
  let ended: Group[] = []
  let samples = 0
  for (const range of await plans.ranges(project, chapterId)) {
    const { group: whole } = await plans.group(project, range, options)
    const { group: last } = await plans.group(project, { ...range, closes: true }, options)
    if (samples + last.samples > longestSample * sampleRate) break
    if (last.samples === 0) continue
    ended = [...groups, last]
    groups.push(whole)
    samples += whole.samples
  }
  // Music that runs through the chapter runs through what is cut from it.
  return plans.layUnder(project, chapterId, ended)
}
