// Credits as chapters of a book: added in front and at the end, or said anew where they are untouched.
import type {
  ArrangedChapter,
  BookTags,
  ChapterEntry,
  CommandReply,
  KeptRow,
  OneChange,
  Project,
  ReplacedStretch,
} from '../../../contract/index.ts'
import { arrangementOf } from '../../base/arrangement.ts'
import {
  creditsLines,
  creditsParts,
  creditsTitle,
  isCreditsOf,
  isMadeCredits,
  type CreditsPart,
} from '../../export/credits.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { countText } from '../../segment/count-text.ts'
import { segmentChapter } from '../../segment/segment-chapter.ts'
import { rowCount } from './project-rows.ts'

/** With more of them a chapter is no credits any more: others were joined to it. */
const mostRows = 50

export type CreditsMade = Record<CreditsPart, CommandReply<'project.addCredits'>['opening']>

/** `rowsOf`: of a chapter, as they are now. Changes nothing where all is there already. */
export async function withCredits(
  project: Project,
  tags: BookTags,
  rowsOf: (chapter: ChapterEntry) => Promise<StoredSegment[]>,
): Promise<{ changes: OneChange[]; made: CreditsMade }> {
  const { chapters, language, notePlace, revision } = project
  const made: CreditsMade = { 'opening-credits': 'kept', 'closing-credits': 'kept' }
  let arranged = arrangementOf(chapters)
  const stretches: (ReplacedStretch & { counts: ReturnType<typeof countText> })[] = []
  for (const part of creditsParts) {
    const lines = creditsLines(part, tags)
    const known = chapters.find((chapter) => isCreditsOf(part, chapter))
    const isReadable = known && isMadeCredits(part, known.id) && known.segments <= mostRows
    const before = isReadable ? await rowsOf(known) : []
    const isUntouched = before.length > 0 && before.every((row) => isMade(part, row))
    const isSame = before.map(({ text }) => text).join('\n') === lines.join('\n')
    if (known && (!isUntouched || isSame)) continue
    // A number of its own: what was made before may stand anywhere by now.
    const chapterId = known?.id ?? `${part}-${revision}`
    const rows = rowsOfLines(lines, { chapterId, prefix: `${part}-${revision}`, language })
    const from = known?.firstPosition ?? (part === 'opening-credits' ? 0 : rowCount(chapters))
    const counts = countText(lines)
    stretches.push({ chapterId, from, count: before.length, rows, counts })
    made[part] = known ? 'renewed' : 'added'
    if (known) continue
    const title = creditsTitle(part, language)
    const common = { level: 1, matter: 'body' as const, spoken: true, spans: [] }
    const chapter: ArrangedChapter = { id: chapterId, title, ...common, words: 0, characters: 0 }
    arranged = part === 'opening-credits' ? [chapter, ...arranged] : [...arranged, chapter]
  }
  stretches.sort((a, b) => a.from - b.from)
  const counted = stretches.map(({ chapterId, counts }) => ({ chapterId, ...counts }))
  const replaced = stretches.map(({ counts: _, ...stretch }) => stretch)
  return {
    changes: [
      { kind: 'chapters-arranged', chapters: arranged, notePlace },
      ...(replaced.length > 0
        ? [{ kind: 'rows-replaced' as const, stretches: replaced, chapters: counted }]
        : []),
    ],
    made,
  }
}

/** As it was made: neither written in nor set otherwise. */
const isMade = (part: CreditsPart, { id, edited, manner, pinnedTakeId, leftOut }: StoredSegment) =>
  isMadeCredits(part, id) && !edited && !manner && pinnedTakeId === null && !leftOut

function rowsOfLines(
  lines: readonly string[],
  { chapterId, prefix, language }: { chapterId: string; prefix: string; language: string },
): KeptRow[] {
  const blocks = lines.map((text) => ({ kind: 'paragraph' as const, text }))
  const chapter = { title: '', level: 1, matter: 'body' as const, spoken: true, blocks }
  return segmentChapter(chapter, prefix, language).map((segment) => ({
    ...{ ...segment, chapterId },
    ...{ edited: false, pinnedTakeId: null, takeId: null },
  }))
}
