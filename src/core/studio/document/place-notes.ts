// Where a book's notes are read: apart, behind the paragraph that leads to them, or behind its chapter.
import type {
  ArrangedChapter,
  BookReview,
  ChapterEntry,
  NotePlace,
} from '../../../contract/index.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { countText } from '../../segment/count-text.ts'
import { relocate, type Relocation } from './arrange.ts'
import { rowCount } from './project-rows.ts'

type Note = { id: string; first: StoredSegment; rows: StoredSegment[] }

/** Rows of one note that follow each other. */
function notesOf(noted: readonly StoredSegment[]): Note[] {
  const notes: Note[] = []
  for (const row of noted) {
    if (row.noteId === undefined) continue
    const last = notes.at(-1)
    const before = last?.rows.at(-1)
    const goesOn = last?.id === row.noteId && before?.position === row.position - 1
    if (last && goesOn && before?.chapterId === row.chapterId) last.rows.push(row)
    else notes.push({ id: row.noteId, first: row, rows: [row] })
  }
  return notes
}

/** The first mark that leads to each note; a note may have marks of its own. */
function marksOf(noted: readonly StoredSegment[]): Map<string, StoredSegment> {
  const marks = new Map<string, StoredSegment>()
  for (const row of noted)
    for (const mark of row.noteMarks ?? [])
      if (mark !== '' && row.noteId === undefined && !marks.has(mark)) marks.set(mark, row)
  return marks
}

export function countNotes(noted: readonly StoredSegment[]): BookReview['notes'] {
  const marks = marksOf(noted)
  return {
    marks: noted.reduce((sum, { noteMarks }) => sum + (noteMarks?.length ?? 0), 0),
    known: notesOf(noted).filter(({ id }) => marks.has(id)).length,
  }
}

/** The chapter that a segment was made in, and its place there: what its id says for ever. */
export const homeOf = ({ id }: StoredSegment): string => id.slice(0, id.lastIndexOf('-'))
const placeAtHome = ({ id }: StoredSegment): number => Number(id.slice(id.lastIndexOf('-') + 1))

export type NotesOfBook = {
  /** Notes and the segments whose marks lead to them, in order. */
  noted: readonly StoredSegment[]
  /** All rows of the chapters that notes were made in. */
  atHome: readonly StoredSegment[]
}

/** Where the notes go whose own chapter is there no more: it has been joined to another. */
const newHome: ChapterEntry = {
  ...{ id: 'n1', title: 'Notes', level: 1, matter: 'notes', spoken: false },
  ...{ words: 0, characters: 0, segments: 0, firstPosition: 0 },
}

/** Notes that no mark leads to stay where they are. */
export function placeNotes(
  chapters: readonly ChapterEntry[],
  { noted, atHome }: NotesOfBook,
  place: NotePlace,
): ArrangedChapter[] {
  const marks = marksOf(noted)
  const known = notesOf(noted).filter(({ id }) => marks.has(id))
  // At home they stand as they were made, by their marks as they are met.
  const moving =
    place === 'apart'
      ? known.toSorted((a, b) => placeAtHome(a.first) - placeAtHome(b.first))
      : known
  const isMoving = new Set(moving.flatMap(({ rows }) => rows.map(({ id }) => id)))
  const staying = atHome.filter(({ id }) => !isMoving.has(id))
  const ids = new Set(chapters.map(({ id }) => id))
  const placed = moving.map((note): Relocation => {
    const { first, rows } = note
    const span = {
      ...{ from: first.position, count: rows.length },
      ...countText(rows.filter(({ leftOut }) => !leftOut).map(({ text }) => text)),
    }
    const mark = marks.get(note.id) as StoredSegment
    if (place === 'after-paragraph')
      return { ...span, chapterId: mark.chapterId, after: mark.position }
    if (place === 'after-chapter') return { ...span, chapterId: mark.chapterId, after: null }
    const chapterId = homeOf(first)
    if (!ids.has(chapterId)) return { ...span, chapterId: newHome.id, after: null }
    // Before the first that stayed and was made later; else at the end.
    const next = staying.find(
      (row) =>
        row.chapterId === chapterId &&
        homeOf(row) === chapterId &&
        placeAtHome(row) > placeAtHome(first),
    )
    return { ...span, chapterId, after: next ? next.position - 1 : null }
  })
  const isHomeless = placed.some(({ chapterId }) => chapterId === newHome.id)
  const all = isHomeless && !ids.has(newHome.id) ? [...chapters, afterAll(chapters)] : chapters
  return relocate(all, placed)
}

const afterAll = (chapters: readonly ChapterEntry[]): ChapterEntry => ({
  ...newHome,
  firstPosition: rowCount(chapters),
})
