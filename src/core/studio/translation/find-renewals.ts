// Where a translation is behind its original: rows whose original is another, that are new, or that are gone.
import { longest, type ChapterEntry, type Project, type Segment } from '../../../contract/index.ts'
import { digestJson } from '../../base/digest.ts'
import { creditsParts, isCreditsOf, isMadeCredits, type CreditsPart } from '../../export/credits.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { allRows } from '../document/project-rows.ts'
import type { StudioParts } from '../studio-parts.ts'
import { termsIn, wordsOf, type TranslationWish } from './chapters-to-translate.ts'
import { translateRows, type TranslatedChapter } from './translate-rows.ts'

/** Rows of the edition by position, and what stands there instead. Ascending and apart from each other. */
export type Renewal = { chapterId: string; from: number; count: number; rows: Segment[] }

/** A chapter that the edition has not; it comes behind another one, or first. */
export type NewChapter = { entry: ChapterEntry; behind: string | null }

export type Renewals = {
  rows: Renewal[]
  chapters: NewChapter[]
  /** Of chapters that were not named in the edition's language yet. */
  titles: ReadonlyMap<string, string>
}

/** Where the edition's rows that were translated, or wait for it, stand; their texts are not kept. */
type Known = {
  id: string
  chapterId: string
  position: number
  /** Of the text that it was translated from; null where it was not yet. */
  original: string | null
  /** A person has written in it, cut or joined it. */
  edited: boolean
  /** With what a person has cut off from it. */
  count: number
}

/** What of an edition comes from its original, and what is a person's own. */
type RowsThere = {
  known: ReadonlyMap<string, Known>
  /** Of the others, from which known row each was cut off; null where from none. */
  own: ReadonlyMap<string, string | null>
}

/**
 * Rows without an answer stay as they are; new ones come, unspoken. Rows that a person has added stay, also where they
 * have taken the place of one that waited. Credits are not taken over where the edition has its own.
 */
export async function findRenewals(
  parts: Pick<StudioParts, 'context'>,
  original: Project,
  edition: Project,
  wish: TranslationWish,
  signal: AbortSignal,
): Promise<Renewals> {
  const { known, own } = await rowsThere(parts, edition)
  const ownCredits = ownCreditsOf(edition, known)
  const walk: Walk = {
    ...{ edition, wish, known, own, ownCredits },
    chapters: new Map(edition.chapters.map((chapter) => [chapter.id, chapter])),
    ...{ there: new Set(), renewed: new Set(), renewals: [], fresh: [], last: undefined },
  }
  const titles = new Map<string, string>()
  for await (const chapter of translateRows(parts, original, wish, signal)) {
    const { entry, title, rows } = chapter
    const there = walk.chapters.get(entry.id)
    if (there?.title === entry.title && title !== entry.title) titles.set(entry.id, title)
    const isUnknown = !rows.some((row) => known.has(row.original.id))
    if (isUnknown && ownCredits.some((part) => isCreditsOf(part, entry))) continue
    if (isUnknown && !there) newChapter(walk, chapter)
    else renewRows(walk, chapter)
  }
  const { renewals, fresh } = walk
  for (const each of known.values())
    if (!walk.there.has(each.id)) renewals.push({ ...placeOf(each), count: each.count, rows: [] })
  return { rows: apart(renewals, ranksOf(edition, fresh)), chapters: fresh, titles }
}

/** What was found on the way through the original, and how far that is in the edition. */
type Walk = RowsThere & {
  edition: Project
  wish: TranslationWish
  ownCredits: readonly CreditsPart[]
  chapters: ReadonlyMap<string, ChapterEntry>
  /** Rows of the original that were met. */
  there: Set<string>
  renewed: Set<string>
  renewals: Renewal[]
  fresh: NewChapter[]
  last: Known | undefined
}

/** A row that the edition does not know as its original's, and has all the same, in words of its own. */
function isOwn({ own, renewed, ownCredits }: Walk, { id }: StoredSegment): boolean {
  const cutFrom = own.get(id)
  const stays = cutFrom === null || (cutFrom !== undefined && !renewed.has(cutFrom))
  return stays || ownCredits.some((part) => isMadeCredits(part, id))
}

/** Behind the chapter that was met last, with the rows that the edition has not in words of its own. */
function newChapter(walk: Walk, { entry, title, rows }: TranslatedChapter): void {
  const { chapters, last, fresh, renewals } = walk
  const come = rows.filter((row) => !isOwn(walk, row.original))
  if (come.length === 0) return
  const behind = last ? chapters.get(last.chapterId) : undefined
  const from = behind ? behind.firstPosition + behind.segments : 0
  const translated = come.map((row) => row.translated)
  fresh.push({ entry: { ...entry, title }, behind: behind?.id ?? null })
  renewals.push({ chapterId: entry.id, from, count: 0, rows: translated })
}

/** Of a chapter that is there, or whose rows stand in others now. */
function renewRows(walk: Walk, { entry, rows }: TranslatedChapter): void {
  const { edition, wish, known, chapters, renewals } = walk
  let joinedUntil = 0
  for (const [index, { original: row, translated }] of rows.entries()) {
    walk.there.add(row.id)
    const now = known.get(row.id)
    if (now) {
      walk.last = now
      const behind = rowsBehind(now, rows, index, known)
      joinedUntil = index + behind
      // What a person has written stands until its original is another, whatever the glossary says.
      const isSame = behind > 0 && (now.edited || usesSameTerms(row, wish, edition))
      if (isSame || translated.original === undefined) continue
      renewals.push({ ...placeOf(now), count: now.count, rows: [translated] })
      walk.renewed.add(row.id)
      continue
    }
    if (index < joinedUntil || isOwn(walk, row)) continue
    const { last } = walk
    const chapterId = chapters.has(entry.id) ? entry.id : last?.chapterId
    if (chapterId === undefined) continue
    const from =
      last?.chapterId === chapterId
        ? last.position + last.count
        : (chapters.get(chapterId)?.firstPosition ?? 0)
    renewals.push({ chapterId, from, count: 0, rows: [translated] })
  }
}

const placeOf = ({ chapterId, position }: Known) => ({ chapterId, from: position })

/** Chapters none of whose rows comes from the original: other words, and another narrator, are a person's choice. */
function ownCreditsOf({ chapters }: Project, known: RowsThere['known']): CreditsPart[] {
  const translated = new Set([...known.values()].map(({ chapterId }) => chapterId))
  const own = chapters.filter(({ id, segments }) => segments > 0 && !translated.has(id))
  return creditsParts.filter((part) => own.some((chapter) => isCreditsOf(part, chapter)))
}

async function rowsThere(
  { context }: Pick<StudioParts, 'context'>,
  edition: Project,
): Promise<RowsThere> {
  const known = new Map<string, Known>()
  const own = new Map<string, string | null>()
  let last: Known | undefined
  for await (const row of allRows(context.projects, edition)) {
    const { id, chapterId, position, edited, original, leftOut } = row
    const isCutOff = last?.chapterId === chapterId && id.startsWith(`${last.id}.`)
    if (original !== undefined || leftOut) {
      last = { id, chapterId, position, edited, original: null, count: 1 }
      if (original !== undefined) last.original = digestJson(original)
      known.set(id, last)
    } else if (last && isCutOff) {
      last.count += 1
      own.set(id, last.id)
    } else {
      last = undefined
      own.set(id, null)
    }
  }
  return { known, own }
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
function usesSameTerms(
  row: StoredSegment,
  wish: TranslationWish,
  { translationOf }: Project,
): boolean {
  const text = wordsOf(row)
  const [now, before] = [termsIn(text, wish.glossary), termsIn(text, translationOf?.glossary ?? [])]
  return digestJson(now) === digestJson(before)
}

/** By its id, the place of each chapter as they will be: the edition's own, and new ones behind them. */
function ranksOf({ chapters }: Project, fresh: readonly NewChapter[]): ReadonlyMap<string, number> {
  const behind = Map.groupBy(fresh, (each) => each.behind)
  const idsBehind = (id: string | null) => (behind.get(id) ?? []).map(({ entry }) => entry.id)
  const ids = [...idsBehind(null), ...chapters.flatMap(({ id }) => [id, ...idsBehind(id)])]
  return new Map(ids.map((id, rank) => [id, rank]))
}

/** Of those at one place an earlier chapter's go first, and what comes in front of a row before what becomes of it. */
function apart(renewals: readonly Renewal[], ranks: ReadonlyMap<string, number>): Renewal[] {
  const rankOf = ({ chapterId }: Renewal) => ranks.get(chapterId) ?? 0
  const sorted = renewals.toSorted(
    (a, b) =>
      a.from - b.from || rankOf(a) - rankOf(b) || Math.min(a.count, 1) - Math.min(b.count, 1),
  )
  const merged: Renewal[] = []
  for (const { chapterId, from, count, rows } of sorted) {
    const last = merged.at(-1)
    if (last?.chapterId === chapterId && last.from + last.count === from) {
      last.count += count
      last.rows.push(...rows)
    } else merged.push({ chapterId, from, count, rows: [...rows] })
  }
  return merged
}
