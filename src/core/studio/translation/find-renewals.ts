// Where a translation is behind its original: rows whose original is another, that are new, or that are gone.
import { longest, type ChapterEntry, type Project, type Segment } from '../../../contract/index.ts'
import { digestJson } from '../../base/digest.ts'
import { allRows } from '../document/project-rows.ts'
import type { StudioParts } from '../studio-parts.ts'
import { termsIn, type TranslationWish } from './chapters-to-translate.ts'
import { translateRows, type TranslatedChapter } from './translate-rows.ts'

/** Rows of the edition by position, and what stands there instead. Ascending and apart from each other. */
export type Renewal = { chapterId: string; from: number; count: number; rows: Segment[] }

/** A chapter that the edition has not; it comes behind another one, or first. */
export type NewChapter = { entry: ChapterEntry; behind: string | null }

export type Renewals = { rows: Renewal[]; chapters: NewChapter[] }

/** A row of the edition that was translated, or waits for it; its texts are not kept. */
type Known = {
  id: string
  chapterId: string
  position: number
  /** Of the text that it was translated from; null where it was not yet. */
  original: string | null
  /** With what a person has cut off from it. */
  count: number
}

/** Rows without an answer stay as they are; new ones come, unspoken. Rows that a person has added stay. */
export async function findRenewals(
  parts: Pick<StudioParts, 'context'>,
  original: Project,
  edition: Project,
  wish: TranslationWish,
  signal: AbortSignal,
): Promise<Renewals> {
  const known = await knownRows(parts, edition)
  const there = new Set<string>()
  const renewals: Renewal[] = []
  const fresh: NewChapter[] = []
  const chapters = new Map(edition.chapters.map((chapter) => [chapter.id, chapter]))
  let last: Known | undefined
  for await (const { entry, title, rows } of translateRows(parts, original, wish, signal)) {
    const isFresh = !chapters.has(entry.id) && !rows.some((row) => known.has(row.original.id))
    if (isFresh && rows.length > 0) {
      const behind = last ? chapters.get(last.chapterId) : undefined
      const from = behind ? behind.firstPosition + behind.segments : 0
      fresh.push({ entry: { ...entry, title }, behind: behind?.id ?? null })
      renewals.push({
        chapterId: entry.id,
        from,
        count: 0,
        rows: rows.map((row) => row.translated),
      })
      continue
    }
    let joinedUntil = 0
    for (const [index, { original: row, translated }] of rows.entries()) {
      there.add(row.id)
      const now = known.get(row.id)
      if (now) {
        last = now
        const behind = rowsBehind(now, rows, index, known)
        joinedUntil = index + behind
        const isSame = behind > 0 && usesSameTerms(row.text, wish, edition)
        if (!isSame && translated.original !== undefined)
          renewals.push({ ...placeOf(now), count: now.count, rows: [translated] })
        continue
      }
      if (index < joinedUntil) continue
      const chapterId = chapters.has(entry.id) ? entry.id : last?.chapterId
      const isBehindLast = last !== undefined && last.chapterId === chapterId
      if (chapterId === undefined) continue
      const from =
        last && isBehindLast
          ? last.position + last.count
          : (chapters.get(chapterId)?.firstPosition ?? 0)
      renewals.push({ chapterId, from, count: 0, rows: [translated] })
    }
  }
  for (const each of known.values())
    if (!there.has(each.id)) renewals.push({ ...placeOf(each), count: each.count, rows: [] })
  return { rows: apart(renewals), chapters: fresh }
}

const placeOf = ({ chapterId, position }: Known) => ({ chapterId, from: position })

async function knownRows(
  { context }: Pick<StudioParts, 'context'>,
  edition: Project,
): Promise<Map<string, Known>> {
  const known = new Map<string, Known>()
  let last: (Known & { block: number }) | undefined
  for await (const row of allRows(context.projects, edition)) {
    const { id, chapterId, position, block, original, leftOut } = row
    if (original !== undefined || leftOut) {
      last = { id, chapterId, position, block, original: null, count: 1 }
      if (original !== undefined) last.original = digestJson(original)
      known.set(id, last)
    } else if (last?.block === block && last.chapterId === chapterId) last.count += 1
    else last = undefined
  }
  return known
}

/**
 * From how many rows of the original it was translated, as those are now: one, or more where a person has joined what
 * was made of them; none where they are others.
 */
function rowsBehind(
  { original }: Known,
  rows: TranslatedChapter['rows'],
  index: number,
  known: ReadonlyMap<string, Known>,
): number {
  let text = ''
  for (let at = index; at < rows.length; at += 1) {
    const row = rows[at]?.original
    if (!row || (at > index && known.has(row.id)) || text.length > longest.text) return 0
    text += row.text
    if (digestJson(text) === original) return at - index + 1
  }
  return 0
}

/** Another word of the glossary asks for nothing anew where it does not stand. */
function usesSameTerms(text: string, wish: TranslationWish, { translationOf }: Project): boolean {
  const [now, before] = [termsIn(text, wish.glossary), termsIn(text, translationOf?.glossary ?? [])]
  return digestJson(now) === digestJson(before)
}

function apart(renewals: readonly Renewal[]): Renewal[] {
  const merged: Renewal[] = []
  for (const { chapterId, from, count, rows } of renewals.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last?.chapterId === chapterId && last.from + last.count === from) {
      last.count += count
      last.rows.push(...rows)
    } else merged.push({ chapterId, from, count, rows: [...rows] })
  }
  return merged
}
