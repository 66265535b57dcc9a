// What a person does to the chapters of a book, as arrangements of its rows: pure.
import type { ArrangedChapter, ChapterEntry, RowSpan } from '../../../contract/index.ts'
import { arrangementOf, joinSpans } from '../../base/arrangement.ts'
import { fail } from '../../base/failure-error.ts'
import type { Counted } from '../../segment/count-text.ts'

const indexOf = (chapters: readonly { id: string }[], chapterId: string): number => {
  const index = chapters.findIndex(({ id }) => id === chapterId)
  if (index < 0) throw fail('not-found', { kind: 'chapter' }, chapterId)
  return index
}

/** Fails with `not-found`, as all that name a chapter do. */
export function renameChapter(
  chapters: readonly ChapterEntry[],
  chapterId: string,
  title: string,
): ArrangedChapter[] {
  const index = indexOf(chapters, chapterId)
  const arranged = arrangementOf(chapters)
  return arranged.with(index, { ...(arranged[index] as ArrangedChapter), title })
}

/** So many places on, or back where it is below zero; as far as there are. */
export function moveChapter(
  chapters: readonly ChapterEntry[],
  chapterId: string,
  places: number,
): ArrangedChapter[] {
  const arranged = arrangementOf(chapters)
  const from = indexOf(arranged, chapterId)
  const [moved] = arranged.splice(from, 1)
  const to = Math.max(0, Math.min(arranged.length, from + places))
  return arranged.toSpliced(to, 0, moved as ArrangedChapter)
}

/** The chapter and the one behind it become one, with the first one's title; spoken where one was. */
export function joinChapter(
  chapters: readonly ChapterEntry[],
  chapterId: string,
): ArrangedChapter[] {
  const arranged = arrangementOf(chapters)
  const index = indexOf(arranged, chapterId)
  const first = arranged[index] as ArrangedChapter
  const second = arranged[index + 1]
  if (!second) throw fail('not-found', { kind: 'chapter' })
  const joined: ArrangedChapter = {
    ...first,
    matter: first.spoken ? first.matter : second.matter,
    spoken: first.spoken || second.spoken,
    words: first.words + second.words,
    characters: first.characters + second.characters,
    spans: joinSpans([...first.spans, ...second.spans]),
  }
  return arranged.toSpliced(index, 2, joined)
}

/**
 * A new chapter begins at `position`; `head` and `rest` are what is counted before it and from it on in its
 * chapter. The first row of a chapter begins one already.
 */
export function splitChapter(
  chapters: readonly ChapterEntry[],
  split: { position: number; title: string; head: Counted; rest: Counted },
): ArrangedChapter[] {
  const { position, title, head, rest } = split
  const index = chapters.findIndex(
    ({ firstPosition, segments }) =>
      position >= firstPosition && position < firstPosition + segments,
  )
  const whole = chapters[index]
  if (!whole) throw fail('not-found', { kind: 'segment' })
  const arranged = arrangementOf(chapters)
  if (position === whole.firstPosition) return arranged
  const { firstPosition, segments, level, matter, spoken, gainDb } = whole
  const common = { level, matter, spoken, ...(gainDb !== undefined && { gainDb }) }
  const before = [{ from: firstPosition, count: position - firstPosition }]
  const behind = [{ from: position, count: firstPosition + segments - position }]
  return arranged.toSpliced(
    index,
    1,
    { ...common, id: whole.id, title: whole.title, ...head, spans: before },
    { ...common, id: newChapterId(chapters), title, ...rest, spans: behind },
  )
}

/** Of a kind that no reader gives: segments are named after the chapter that they were made in. */
function newChapterId(chapters: readonly ChapterEntry[]): string {
  const numbers = chapters.map(({ id }) => Number(/^s(\d+)$/.exec(id)?.[1] ?? 0))
  return `s${Math.max(0, ...numbers) + 1}`
}

/** Whether rows are elsewhere, or in another chapter; titles move nothing. */
export function movesRows(
  before: readonly ChapterEntry[],
  after: readonly ArrangedChapter[],
): boolean {
  const rowsOf = (chapters: readonly ArrangedChapter[]) =>
    JSON.stringify(chapters.map(({ id, spans }) => [id, spans]))
  return rowsOf(arrangementOf(before)) !== rowsOf(after)
}

/**
 * Rows of one chapter so many places on, or back where it is below zero, as far as the chapter goes; null
 * where they are no rows of one chapter.
 */
export function moveRows(
  chapters: readonly ChapterEntry[],
  { from, count }: RowSpan,
  places: number,
): ArrangedChapter[] | null {
  const index = chapters.findIndex(
    ({ firstPosition, segments }) =>
      from >= firstPosition && from + count <= firstPosition + segments,
  )
  const chapter = chapters[index]
  if (!chapter) return null
  const { firstPosition: first, segments } = chapter
  const to = Math.max(first, Math.min(first + segments - count, from + places))
  const others = [
    { from: first, count: from - first },
    { from: from + count, count: first + segments - from - count },
  ]
  const before = cutSpans(others, to - first)
  const arranged = arrangementOf(chapters)
  const spans = joinSpans([...before.head, { from, count }, ...before.rest])
  return arranged.with(index, { ...(arranged[index] as ArrangedChapter), spans })
}

/** Spans in two, behind so many rows. */
function cutSpans(spans: readonly RowSpan[], rows: number): { head: RowSpan[]; rest: RowSpan[] } {
  const head: RowSpan[] = []
  const rest: RowSpan[] = []
  let left = rows
  for (const { from, count } of spans) {
    const taken = Math.min(left, count)
    if (taken > 0) head.push({ from, count: taken })
    if (count > taken) rest.push({ from: from + taken, count: count - taken })
    left -= taken
  }
  return { head, rest }
}

/** Rows on their way: into a chapter, behind a row of it (by its position before the move), or at its end. */
export type Relocation = RowSpan & Counted & { chapterId: string; after: number | null }

/** Spans are apart from each other; what is to stand behind the same row comes in the order given. */
export function relocate(
  chapters: readonly ChapterEntry[],
  relocations: readonly Relocation[],
): ArrangedChapter[] {
  const leaving = relocations.toSorted((a, b) => a.from - b.from)
  return arrangementOf(chapters).map((chapter, index) => {
    const { firstPosition, segments } = chapters[index] as ChapterEntry
    const end = firstPosition + segments
    const coming = relocations.filter(({ chapterId }) => chapterId === chapter.id)
    const going = leaving.filter(({ from }) => from >= firstPosition && from < end)
    const behind = coming
      .filter(({ after }) => after !== null)
      .toSorted((a, b) => (a.after as number) - (b.after as number))
    const spans: RowSpan[] = []
    let at = firstPosition
    let gone = 0
    const keepUntil = (to: number) => {
      while (at < to) {
        const next = going[gone]
        if (next && next.from < to) {
          spans.push({ from: at, count: next.from - at })
          at = next.from + next.count
          gone += 1
        } else {
          spans.push({ from: at, count: to - at })
          at = to
        }
      }
    }
    for (const { from, count, after } of behind) {
      keepUntil((after as number) + 1)
      spans.push({ from, count })
    }
    keepUntil(end)
    for (const { from, count, after } of coming) if (after === null) spans.push({ from, count })
    const sum = (rows: readonly Relocation[], of: keyof Counted) =>
      rows.reduce((total, row) => total + row[of], 0)
    return {
      ...chapter,
      words: chapter.words + sum(coming, 'words') - sum(going, 'words'),
      characters: chapter.characters + sum(coming, 'characters') - sum(going, 'characters'),
      spans: joinSpans(spans),
    }
  })
}
