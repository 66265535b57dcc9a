// Read → segment → store: a book becomes a project, chapter by chapter, or leaves nothing behind.
import type { BookHeader, ChapterEntry, Project, ReadWarning } from '../../contract/index.ts'
import { fail } from '../base/failure-error.ts'
import { countText } from '../segment/count-text.ts'
import { segmentChapter } from '../segment/segment-chapter.ts'
import type { RunningJob } from './job-registry.ts'
import type { StudioContext } from './studio-context.ts'
import type { VoiceDesk } from './voice-desk.ts'

type Found = {
  header: BookHeader | null
  cover: { mediaType: string; bytes: Uint8Array } | null
  warnings: ReadWarning[]
  chapters: ChapterEntry[]
  sha256: string
}

/**
 * Imports the book at `path`; the job's projectId is set when it is known. The same book again is
 * the project it has already. Fails with what the reader says, and with `book-without-text`.
 */
export async function importBook(
  context: StudioContext,
  voices: VoiceDesk,
  running: RunningJob,
  path: string,
): Promise<Project> {
  const { projects, clock } = context
  const projectId = context.newId()
  await projects.begin(projectId)
  try {
    const found = await readInto(context, running, path, projectId)
    const known = await projects.findByBook(found.sha256)
    if (known) {
      await projects.discard(projectId)
      await projects.touch(known.id, clock.now())
      running.update({ projectId: known.id })
      return known
    }
    const { header } = found
    const segments = found.chapters.reduce((sum, chapter) => sum + chapter.segments, 0)
    if (!header || segments === 0) throw fail('book-without-text', { name: running.job.name ?? '' })
    const project: Project = {
      ...header,
      id: projectId,
      bookDigest: found.sha256,
      cover: found.cover
        ? {
            mediaType: found.cover.mediaType as NonNullable<Project['cover']>['mediaType'],
            address: `/media/cover/${projectId}`,
          }
        : null,
      voice: await voices.initialFor(header.language),
      chapters: ensureSomethingSpoken(found.chapters),
      warnings: found.warnings,
      createdAt: clock.now(),
      openedAt: clock.now(),
      revision: 0,
    }
    await projects.finish(project, found.cover)
    running.update({ projectId })
    return project
  } catch (error) {
    await projects.discard(projectId)
    throw error
  }
}

async function readInto(
  context: StudioContext,
  running: RunningJob,
  path: string,
  projectId: string,
): Promise<Found> {
  const found: Found = { header: null, cover: null, warnings: [], chapters: [], sha256: '' }
  let position = 0
  for await (const event of context.reader.read(path, running.signal)) {
    running.signal.throwIfAborted()
    if (event.kind === 'header') found.header = event.header
    else if (event.kind === 'cover') found.cover = event
    else if (event.kind === 'warning') found.warnings.push(event.warning)
    else if (event.kind === 'end') found.sha256 = event.sha256
    else if (event.kind === 'progress')
      running.update({ done: event.doneBytes, total: event.totalBytes })
    else {
      const id = `c${found.chapters.length + 1}`
      const segments = segmentChapter(event.chapter, id, found.header?.language ?? 'und')
      const entry = chapterEntry(id, event.chapter, segments, position)
      position += segments.length
      found.chapters.push(entry)
      await context.projects.addChapter(projectId, { entry, segments })
    }
  }
  return found
}

/** The index entry of a chapter that was read. */
export function chapterEntry(
  id: string,
  chapter: Pick<
    import('../../contract/index.ts').Chapter,
    'title' | 'level' | 'matter' | 'spoken' | 'blocks'
  >,
  segments: readonly { spoken: readonly unknown[] }[],
  firstPosition: number,
): ChapterEntry {
  const counts = countText(chapter.blocks.map(({ text }) => text))
  return {
    id,
    title: chapter.title,
    level: chapter.level,
    matter: chapter.matter,
    spoken: chapter.spoken && segments.some(({ spoken }) => spoken.length > 0),
    ...counts,
    segments: segments.length,
    firstPosition,
  }
}

/** A book whose every chapter came unticked is ticked whole: someone wanted to hear it. */
function ensureSomethingSpoken(chapters: ChapterEntry[]): ChapterEntry[] {
  if (chapters.some(({ spoken }) => spoken)) return chapters
  return chapters.map((chapter) => ({ ...chapter, spoken: chapter.segments > 0 }))
}
