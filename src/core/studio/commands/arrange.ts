// The looking through before narrating: chapters arranged, lines put back, notes placed.
import type {
  ArrangedChapter,
  BookReview,
  ChapterEntry,
  LeftOutReason,
} from '../../../contract/index.ts'
import { leftOutReasons } from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import { shorten } from '../../book/clean-text.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { countText } from '../../segment/count-text.ts'
import { joinChapter, moveChapter, renameChapter, splitChapter } from '../arrange.ts'
import { compareEditions } from '../editions.ts'
import type { HandlersOf } from '../handlers.ts'
import { countNotes, placeNotes } from '../place-notes.ts'
import type { StudioParts } from '../studio-parts.ts'

/** Lines told of each reason; the rest is in the book's rows. */
const linesTold = 50
const maxTitle = 60
const pageSize = 500

export function arrangeCommands(
  parts: StudioParts,
): HandlersOf<
  | 'chapter.rename'
  | 'chapter.join'
  | 'chapter.split'
  | 'chapter.move'
  | 'project.review'
  | 'project.compare'
  | 'project.placeNotes'
  | 'segment.putBack'
> {
  const { context, changes, jobs } = parts
  const { projects } = context

  /** What runs on the rows of before would speak or export others. */
  const arrange = async (
    projectId: string,
    how: (chapters: readonly ChapterEntry[]) => ArrangedChapter[] | Promise<ArrangedChapter[]>,
  ) => {
    const chapters = await how((await projects.read(projectId)).chapters)
    for (const { job } of jobs.active(projectId)) await jobs.cancel(job.id)
    await changes.apply(projectId, { kind: 'chapters-arranged', chapters })
    return {}
  }

  const one = async (projectId: string, segmentId: string): Promise<StoredSegment> => {
    const [segment] = await projects.segmentsById(projectId, [segmentId])
    if (!segment) throw fail('not-found', { kind: 'segment' })
    return segment
  }

  const countBefore = async (projectId: string, { firstPosition }: ChapterEntry, end: number) => {
    const head = { words: 0, characters: 0 }
    for (let from = firstPosition; from < end; from += pageSize) {
      const page = await projects.segments(projectId, from, Math.min(pageSize, end - from))
      const counted = countText(page.filter(isHeard).map(({ text }) => text))
      head.words += counted.words
      head.characters += counted.characters
    }
    return head
  }

  const linesOf = async (projectId: string, reason: LeftOutReason, count: number) => ({
    reason,
    count,
    lines: (await projects.leftOutAs(projectId, reason))
      .slice(0, linesTold)
      .map(({ id, chapterId, position, text }) => ({ segmentId: id, chapterId, position, text })),
  })

  return {
    'chapter.rename': ({ projectId, chapterId, title }) =>
      arrange(projectId, (chapters) => renameChapter(chapters, chapterId, title)),
    'chapter.join': ({ projectId, chapterId }) =>
      arrange(projectId, (chapters) => joinChapter(chapters, chapterId)),
    'chapter.move': ({ projectId, chapterId, before }) =>
      arrange(projectId, (chapters) => moveChapter(chapters, chapterId, before)),
    async 'chapter.split'({ projectId, segmentId }) {
      const { position, text, chapterId } = await one(projectId, segmentId)
      return arrange(projectId, async (chapters) => {
        const chapter = chapters.find(({ id }) => id === chapterId)
        if (!chapter) throw fail('not-found', { kind: 'chapter' })
        const head = await countBefore(projectId, chapter, position)
        return splitChapter(chapters, { position, title: shorten(text.trim(), maxTitle), head })
      })
    },
    async 'project.review'({ projectId }): Promise<BookReview> {
      await projects.read(projectId)
      const counts = await projects.leftOutCounts(projectId)
      const reasons = leftOutReasons.filter((reason) => counts[reason])
      return {
        leftOut: await Promise.all(
          reasons.map((reason) => linesOf(projectId, reason, counts[reason] ?? 0)),
        ),
        notes: countNotes(await projects.noted(projectId)),
      }
    },
    async 'project.compare'({ projectId }) {
      const project = await projects.read(projectId)
      const listed = await projects.list()
      const isThere = listed.some((each) => each.project.id === project.editionOf)
      if (!project.editionOf || !isThere) return { changes: null }
      const earlier = await projects.read(project.editionOf)
      return { changes: await compareEditions(projects, earlier, project) }
    },
    'project.placeNotes': ({ projectId, place }) =>
      arrange(projectId, async (chapters) =>
        placeNotes(chapters, await projects.noted(projectId), place),
      ),
    async 'segment.putBack'({ projectId, segmentId, alike }) {
      const chosen = await one(projectId, segmentId)
      const { leftOut } = chosen
      if (!leftOut) return { count: 0 }
      const lines = alike ? await projects.leftOutAs(projectId, leftOut) : [chosen]
      const { chapters } = await projects.read(projectId)
      const counted = chapters.flatMap(({ id, words, characters }) => {
        const own = lines.filter(({ chapterId }) => chapterId === id)
        if (own.length === 0) return []
        const added = countText(own.map(({ text }) => text))
        return [
          {
            chapterId: id,
            words: words + added.words,
            characters: characters + added.characters,
          },
        ]
      })
      await changes.apply(projectId, {
        kind: 'lines-left-out',
        lines: lines.map(({ id }) => ({ segmentId: id, leftOut: null })),
        chapters: counted,
      })
      return { count: lines.length }
    },
  }
}

const isHeard = ({ leftOut }: StoredSegment): boolean => leftOut === undefined
