// Where a book's notes are read: apart, behind the paragraph that leads to them, or behind its chapter.
import type { ArrangedChapter, BookReview, ChapterEntry, NotePlace } from '../../contract/index.ts'
import type { StoredSegment } from '../ports/projects.ts'
import { countText } from '../segment/count-text.ts'
import { relocate, type Relocation } from './arrange.ts'

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
const homeOf = ({ id }: StoredSegment): string => id.slice(0, id.lastIndexOf('-'))
const placeAtHome = ({ id }: StoredSegment): number => Number(id.slice(id.lastIndexOf('-') + 1))

/** Notes that no mark leads to stay where they are. */
export function placeNotes(
  chapters: readonly ChapterEntry[],
  noted: readonly StoredSegment[],
  place: NotePlace,
): ArrangedChapter[] {
  const marks = marksOf(noted)
  const notes = notesOf(noted)
  const moving = notes.filter(({ id }) => marks.has(id))
  const staying = notes.filter(({ id }) => !marks.has(id)).flatMap(({ rows }) => rows)
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
    const home = homeOf(first)
    const chapterId = ids.has(home) ? home : first.chapterId
    // Before the first that stayed and was made later; else at the end.
    const next = staying.find(
      (row) => row.chapterId === chapterId && placeAtHome(row) > placeAtHome(first),
    )
    return { ...span, chapterId, after: next ? next.position - 1 : null }
  })
  if (place === 'apart') placed.sort((a, b) => atHome(moving, a) - atHome(moving, b))
  return relocate(chapters, placed)
}

const atHome = (notes: readonly Note[], { from }: Relocation): number =>
  placeAtHome((notes.find(({ first }) => first.position === from) as Note).first)
