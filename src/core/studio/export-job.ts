// Chapters → encoded groups → one finished file. A damaged take is spoken again, and said.
import type { ExportFormat, Group, Project } from '../../contract/index.ts'
import { fail, FailureError } from '../base/failure-error.ts'
import { createLimiter } from '../base/limiter.ts'
import type { EncodedGroup, ExportChapter, ExportRequest } from '../ports.ts'
import { recipeOfTake } from '../speech/recipe.ts'
import { encodingOf } from './encode-ahead.ts'
import type { RunningJob } from './job-registry.ts'
import type { StudioParts } from './studio-parts.ts'
import { voiceOf } from './voice-desk.ts'

/** How often damaged takes of one chapter are made again before the export gives up. */
const mendings = 3

export type ExportOrder = {
  project: Project
  chapterIds: string[]
  format: ExportFormat
  target: string
}

export type ExportResult = { bytes: number; durationSeconds: number; chapters: number }

/**
 * Exports the chapters in the book's order. Fails with `segments-unspoken` before anything is encoded,
 * with what the codecs say of the disk, and leaves no partial file.
 */
export async function exportBook(
  parts: StudioParts,
  running: RunningJob,
  order: ExportOrder,
): Promise<ExportResult> {
  const { context, voices } = parts
  const { project, format, target } = order
  const wanted = new Set(order.chapterIds)
  const entries = project.chapters.filter(({ id, segments }) => wanted.has(id) && segments > 0)
  if (entries.length === 0) throw fail('nothing-to-speak')
  await refuseUnspoken(
    parts,
    order,
    entries.map(({ id }) => id),
  )

  const chapters: ExportChapter[] = []
  let done = 0
  let total = 0
  running.update({ stage: 'encoding' })
  for (const [index, { id }] of entries.entries()) {
    await running.whenRunning()
    chapters.push(
      await encodeChapter(
        parts,
        running,
        order,
        id,
        (groups) => {
          total = Math.max(total, Math.round(((done + groups) / (index + 1)) * entries.length))
          running.update({ total })
        },
        () =>
          running.update({
            done: ++done,
            etaSeconds: eta(context.clock.now(), running, done, total),
          }),
      ),
    )
  }
  running.update({ stage: 'writing', done, total: done, etaSeconds: null })
  const { voice } = await voices.find(voiceOf(project))
  const request: ExportRequest = {
    target,
    format,
    encoding: encodingOf(format),
    chapters,
    tags: {
      title: project.title,
      authors: project.authors,
      language: project.language,
      narrator: voice.label,
    },
    cover: project.cover ? await context.projects.cover(project.id) : null,
  }
  const written = await context.codecs.writeFile(
    request,
    (fraction) => running.update({ done: fraction * done, total: done }),
    running.signal,
  )
  return { ...written, chapters: chapters.length }
}

async function refuseUnspoken(
  parts: StudioParts,
  order: ExportOrder,
  chapterIds: string[],
): Promise<void> {
  const { project } = order
  const progress = new Map(
    (await parts.context.projects.progress(project.id)).map((row) => [row.chapterId, row]),
  )
  let count = 0
  for (const chapter of project.chapters) {
    if (!chapterIds.includes(chapter.id)) continue
    // The counters say at once what would otherwise be found out chapter by chapter.
    const counts = progress.get(chapter.id)
    if ((counts?.ready ?? 0) + (counts?.skipped ?? 0) >= chapter.segments) continue
    const planned = await parts.plans.plan(
      project,
      chapter.id,
      { stale: false },
      parts.context.scope.signal,
    )
    count += planned.missing.length
  }
  if (count > 0) throw fail('segments-unspoken', { count })
}

async function encodeChapter(
  parts: StudioParts,
  running: RunningJob,
  order: ExportOrder,
  chapterId: string,
  onPlan: (groups: number) => void,
  onGroup: () => void,
): Promise<ExportChapter> {
  const { context, plans } = parts
  for (let attempt = 1; ; attempt++) {
    const planned = await plans.plan(order.project, chapterId, { stale: false }, running.signal)
    if (planned.missing.length > 0)
      throw fail('segments-unspoken', { count: planned.missing.length })
    const { plan } = planned
    onPlan(plan.groups.length)
    try {
      const groups = await encodeGroups(parts, running, order.format, plan.groups, onGroup)
      const samples = groups.reduce((sum, group) => sum + group.samples, 0)
      return { title: plan.title, groups, samples }
    } catch (error) {
      const damaged = error instanceof FailureError && error.failure.code === 'take-damaged'
      if (!damaged || attempt > mendings) throw error
      const takeId = String(error.failure.params['takeId'])
      context.log.warn('a stored take was damaged and is spoken again', { takeId })
      await context.takes.drop(takeId)
      await mend(parts, running, order.project, planned.rows, takeId)
    }
  }
}

async function encodeGroups(
  parts: StudioParts,
  running: RunningJob,
  format: ExportFormat,
  groups: readonly Group[],
  onGroup: () => void,
): Promise<EncodedGroup[]> {
  const { context } = parts
  const encoded: EncodedGroup[] = []
  let trouble: unknown = null
  const limiter = createLimiter(context.options.workers * 2, (error) => (trouble ??= error))
  for (const [index, group] of groups.entries()) {
    await limiter.whenFree()
    if (trouble !== null) break
    running.signal.throwIfAborted()
    await limiter.begin(async () => {
      encoded[index] = await context.codecs.encodeGroup(group, encodingOf(format), running.signal)
      onGroup()
    })
  }
  await limiter.idle()
  if (trouble !== null) throw trouble as Error
  return encoded
}

/** Speaks the segments again whose take was lost. */
async function mend(
  parts: StudioParts,
  running: RunningJob,
  project: Project,
  rows: readonly { segment: { id: string }; take: { id: string } | null }[],
  takeId: string,
): Promise<void> {
  const ids = rows.filter(({ take }) => take?.id === takeId).map(({ segment }) => segment.id)
  const { voice, provider } = await parts.voices.find(voiceOf(project))
  const segments = await parts.context.projects.segmentsById(project.id, ids)
  for (const row of await parts.resolver.settle(project, segments)) {
    const rendition = recipeOfTake(takeId)?.rendition ?? 1
    const { kept } = parts.maker.make(
      {
        projectId: project.id,
        segment: row.segment,
        recipeKey: row.recipeKey,
        rendition,
        voice,
        provider,
      },
      running.signal,
    )
    await kept
  }
  await parts.resolver.settle(project, await parts.context.projects.segmentsById(project.id, ids))
}

function eta(now: number, running: RunningJob, done: number, total: number): number | null {
  if (done < 3 || total <= done) return null
  return ((now - running.job.startedAt) / 1000 / done) * (total - done)
}
