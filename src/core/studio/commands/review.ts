// The looking through before narrating: what was found, chapters arranged, lines put back, notes placed.
import type {
  ArrangedChapter,
  BookReview,
  ChapterEntry,
  LeftOutReason,
  NotePlace,
  Project,
} from '../../../contract/index.ts'
import { leftOutReasons } from '../../../contract/index.ts'
import { arrangementOf } from '../../base/arrangement.ts'
import { fail } from '../../base/failure-error.ts'
import { shorten } from '../../book/clean-text.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { countText, type Counted } from '../../segment/count-text.ts'
import { afterArranging } from '../document/after-arranging.ts'
import {
  joinChapter,
  moveChapter,
  movesRows,
  renameChapter,
  splitChapter,
} from '../document/arrange.ts'
import { compareEditions } from '../library/editions.ts'
import type { HandlersOf } from '../handlers.ts'
import { countNotes, homeOf, placeNotes } from '../document/place-notes.ts'
import { rowById, rowsBetween } from '../document/project-rows.ts'
import type { StudioParts } from '../studio-parts.ts'

/** Lines told of each reason; the rest is in the book's rows. */
const linesTold = 8
const maxTitle = 60
/** Hardly ever are there more lines left out in a row. */
const fewRows = 8

export function reviewCommands(
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
  const { context, changes } = parts
  const { projects } = context

  type Arrange = (project: Project) => ArrangedChapter[] | Promise<ArrangedChapter[]>
  /** Ends what runs on the rows of before: it would speak or export others. */
  const arrange = async (projectId: string, how: Arrange, notePlace?: NotePlace) => {
    let isMoved = false
    await changes.apply(projectId, async (project) => {
      const chapters = await how(project)
      isMoved = movesRows(project.chapters, chapters)
      return {
        ...{ kind: 'chapters-arranged', chapters },
        notePlace: notePlace ?? project.notePlace,
      }
    })
    return { ended: isMoved && (await afterArranging(parts, projectId)) }
  }

  const one = (projectId: string, segmentId: string) => rowById(projects, projectId, segmentId)

  /** From one position up to another, what is left out apart. */
  const countRows = async (projectId: string, from: number, before: number): Promise<Counted> => {
    const sum = { words: 0, characters: 0 }
    for await (const row of rowsBetween(projects, projectId, from, before)) {
      if (!isHeard(row)) continue
      const counted = countText([row.text])
      sum.words += counted.words
      sum.characters += counted.characters
    }
    return sum
  }

  /** Of the first line that is heard from a position on. */
  const firstWords = async (projectId: string, position: number): Promise<string> => {
    const rows = await projects.segments(projectId, position, fewRows)
    return (rows.find(isHeard) ?? rows[0])?.text.trim() ?? ''
  }

  /** Notes, what leads to them, and all that is in the chapters that they were made in. */
  const notesAt = async (projectId: string, chapters: readonly ChapterEntry[]) => {
    const noted = await projects.noted(projectId)
    const homes = new Set(noted.filter(({ noteId }) => noteId).map(homeOf))
    const atHome: StoredSegment[] = []
    for (const { id, firstPosition: from, segments } of chapters) {
      if (!homes.has(id)) continue
      for await (const row of rowsBetween(projects, projectId, from, from + segments))
        atHome.push(row)
    }
    return { noted, atHome }
  }

  const linesOf = async (projectId: string, reason: LeftOutReason, count: number) => ({
    reason,
    count,
    lines: (await projects.leftOutAs(projectId, reason, linesTold)).map(
      ({ id, chapterId, position, text }) => ({ segmentId: id, chapterId, position, text }),
    ),
  })

  return {
    async 'chapter.rename'({ projectId, chapterId, title }) {
      await arrange(projectId, ({ chapters }) => renameChapter(chapters, chapterId, title))
      return {}
    },
    'chapter.join': ({ projectId, chapterId }) =>
      arrange(projectId, ({ chapters }) => joinChapter(chapters, chapterId)),
    'chapter.move': ({ projectId, chapterId, places }) =>
      arrange(projectId, ({ chapters }) => moveChapter(chapters, chapterId, places)),
    'chapter.split': ({ projectId, segmentId }) =>
      arrange(projectId, async ({ chapters }) => {
        const { position, chapterId } = await one(projectId, segmentId)
        const chapter = chapters.find(({ id }) => id === chapterId)
        if (!chapter) throw fail('not-found', { kind: 'chapter' })
        const { firstPosition, segments } = chapter
        return splitChapter(chapters, {
          position,
          title: shorten(await firstWords(projectId, position), maxTitle),
          head: await countRows(projectId, firstPosition, position),
          rest: await countRows(projectId, position, firstPosition + segments),
        })
      }),
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
      arrange(
        projectId,
        async ({ chapters, notePlace }) =>
          place === notePlace
            ? arrangementOf(chapters)
            : placeNotes(chapters, await notesAt(projectId, chapters), place),
        place,
      ),
    async 'segment.putBack'({ projectId, segmentId, alike }) {
      let count = 0
      await changes.apply(projectId, async ({ chapters }) => {
        const chosen = await one(projectId, segmentId)
        const { leftOut } = chosen
        const wanted = leftOut && alike ? await projects.leftOutAs(projectId, leftOut) : [chosen]
        const lines = leftOut ? wanted : []
        count = lines.length
        return {
          kind: 'lines-left-out',
          lines: lines.map(({ id }) => ({ segmentId: id, leftOut: null })),
          chapters: chapters.flatMap((chapter) => countWith(chapter, lines)),
        }
      })
      return { count }
    },
  }
}

/** What a chapter counts once these lines of it are spoken; empty where none is its own. */
function countWith({ id, words, characters }: ChapterEntry, lines: readonly StoredSegment[]) {
  const own = lines.filter(({ chapterId }) => chapterId === id)
  if (own.length === 0) return []
  const added = countText(own.map(({ text }) => text))
  return [{ chapterId: id, words: words + added.words, characters: characters + added.characters }]
}

const isHeard = ({ leftOut }: StoredSegment): boolean => leftOut === undefined
