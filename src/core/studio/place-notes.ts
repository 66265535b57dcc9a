// Where a book's notes are read: apart, behind the paragraph that leads to them, or behind its chapter.
import type { ArrangedChapter, ChapterEntry, NotePlace } from '../../contract/index.ts'
import type { StoredSegment } from '../ports/projects.ts'
import { countText } from '../segment/count-text.ts'
import { relocate, type Relocation } from './arrange.ts'

type Note = { id: string; rows: StoredSegment[] }

/** Rows of one note that follow each other. */
function notesOf(noted: readonly StoredSegment[]): Note[] {
  const notes: Note[] = []
  for (const row of noted) {
    if (row.noteId === undefined) continue
    const last = notes.at(-1)
    const before = last?.rows.at(-1)
    const goesOn = last?.id === row.noteId && before?.position === row.position - 1
    if (last && goesOn && before?.chapterId === row.chapterId) last.rows.push(row)
    else notes.push({ id: row.noteId, rows: [row] })
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

export type NoteCensus = {
  /** Marks that were taken out of the text. */
  marks: number
  /** Notes that a mark leads to, and those that none does. */
  known: number
  unknown: number
  place: NotePlace
}

export function countNotes(noted: readonly StoredSegment[]): NoteCensus {
  const marks = marksOf(noted)
  const notes = notesOf(noted)
  const known = notes.filter(({ id }) => marks.has(id))
  const [first] = known
  return {
    marks: noted.reduce((sum, { noteMarks }) => sum + (noteMarks?.length ?? 0), 0),
    known: known.length,
    unknown: notes.length - known.length,
    place: first ? placeOf(first, marks.get(first.id)) : 'apart',
  }
}

function placeOf({ rows }: Note, mark: StoredSegment | undefined): NotePlace {
  const [row] = rows
  if (!row || !mark || row.chapterId !== mark.chapterId) return 'apart'
  // By itself it is in the chapter that its id names.
  if (homeOf(row) === row.chapterId) return 'apart'
  return row.position === mark.position + 1 ? 'after-paragraph' : 'after-chapter'
}

const homeOf = ({ id }: StoredSegment): string => id.slice(0, id.lastIndexOf('-'))

/** Notes that no mark leads to stay where they are. */
export function placeNotes(
  chapters: readonly ChapterEntry[],
  noted: readonly StoredSegment[],
  place: NotePlace,
): ArrangedChapter[] {
  const marks = marksOf(noted)
  const ids = new Set(chapters.map(({ id }) => id))
  const relocations = notesOf(noted).flatMap(({ id, rows }): Relocation[] => {
    const [first] = rows
    const mark = marks.get(id)
    if (!first || !mark) return []
    const home = homeOf(first)
    const chapterId = place === 'apart' ? (ids.has(home) ? home : first.chapterId) : mark.chapterId
    if (place === 'apart' && chapterId === first.chapterId) return []
    return [
      {
        ...{ from: first.position, count: rows.length, chapterId },
        after: place === 'after-paragraph' ? mark.position : null,
        ...countText(rows.map(({ text }) => text)),
      },
    ]
  })
  // Back at home they stand as they were made.
  if (place === 'apart') relocations.sort((a, b) => a.from - b.from)
  return relocate(chapters, relocations)
}
