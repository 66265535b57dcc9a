// Leaves of salvaged rows only books that make sense: whole ones as they are, of others their whole chapters.
import type { Database } from './database.ts'
import { mendStatements, type FoundChapter, type KnownChapter } from './mend-statements.ts'
import type { CopiedProjects } from './rebuild-projects.ts'
import { statement, type Nothing } from './statement.ts'

export type MendedBooks = {
  kept: number
  /** Null where the list of books was spoiled and nobody can tell. */
  lost: number | null
  /** Titles of books that lack chapters, or whose title is gone. */
  partial: string[]
}

/** Of a rebuilt projects.db at this version, in one transaction. */
export function mendBooks(database: Database, copied: CopiedProjects): MendedBooks {
  const prepared = database.prepare(mendStatements)
  const result: MendedBooks = { kept: 0, lost: 0, partial: [] }
  database.transaction(() => {
    prepared.dropSpoiledSegments.run({})
    prepared.dropSpoiledProjects.run({})
    if (!copied.wholeHistory) prepared.forgetHistory.run({})
    const nameless = new Set(prepared.orphans.all({}).map(({ id }) => id))
    for (const id of nameless) prepared.addNameless.run({ id })
    for (const { id, title } of prepared.books.all({})) {
      const chapters = prepared.chapters.all({ id })
      const found = prepared.found.all({ id })
      const sound = soundChapters(chapters, found)
      if (sound.length === 0) {
        prepared.dropProject.run({ id })
        lose()
        continue
      }
      result.kept += 1
      const isWhole = sound.length === chapters.length && chapters.every((it) => sound.includes(it))
      if (isWhole && !nameless.has(id)) continue
      rearrange(id, sound)
      if (nameless.has(id)) prepared.nameAfterChapter.run({ id })
      prepared.forgetHistoryOf.run({ id })
      result.partial.push(title || (sound[0]?.title ?? ''))
    }
    prepared.recount.run({})
    for (const orphaned of prepared.children.all({}))
      database.prepare({ drop: dropOrphansOf(orphaned.name) }).drop.run({})
  })
  if (!copied.wholeList && result.kept === 0 && result.lost === 0) result.lost = null
  return result

  function lose(): void {
    result.lost = (result.lost ?? 0) + 1
  }

  /** Writes the chapters anew, one behind the other, and drops all rows that are of none. */
  function rearrange(id: string, sound: readonly KnownChapter[]): void {
    prepared.dropChapters.run({ id })
    let position = 0
    for (const [ordinal, chapter] of sound.entries()) {
      // Below zero first: a position may still be taken by a row that moves later.
      const by = position - chapter.firstPosition
      prepared.place.run({ id, chapterId: chapter.id, by })
      const { title, level, matter, spoken, words, characters, segments, gainDb } = chapter
      prepared.addChapter.run({
        ...{ id, ordinal, chapterId: chapter.id, title, level, matter, spoken, words, characters },
        ...{ segments, gainDb, firstPosition: position },
      })
      position += chapter.segments
    }
    prepared.dropUnplaced.run({ id })
    prepared.settle.run({ id })
  }
}

const dropOrphansOf = (table: string) =>
  statement<Nothing>(`DELETE FROM ${table} WHERE project_id NOT IN (SELECT id FROM projects)`)

/** Chapters with all their rows, in their order; one whose own row is gone is named after its first line. */
function soundChapters(
  chapters: readonly KnownChapter[],
  found: readonly FoundChapter[],
): KnownChapter[] {
  const rowsOf = new Map(found.map((it) => [it.id, it]))
  const known = new Set(chapters.map(({ id }) => id))
  const whole = chapters.filter(({ id, segments, firstPosition }) => {
    const rows = rowsOf.get(id)
    if (segments === 0) return true
    return rows?.segments === segments && rows.firstPosition === firstPosition && isGapless(rows)
  })
  const nameless = found
    .filter((rows) => !known.has(rows.id) && isGapless(rows))
    .map((rows) => ({
      ...{
        id: rows.id,
        title: firstWords(rows.text),
        level: 1,
        matter: 'body',
        spoken: 1 as const,
      },
      ...{ words: rows.words, characters: rows.characters, segments: rows.segments },
      ...{ firstPosition: rows.firstPosition, gainDb: 0 },
    }))
  const all = [...whole, ...nameless].toSorted((a, b) => a.firstPosition - b.firstPosition)
  return all.some(({ segments }) => segments > 0) ? all : []
}

const isGapless = (rows: FoundChapter): boolean =>
  rows.lastPosition - rows.firstPosition + 1 === rows.segments

const firstWords = (text: string): string =>
  text.length <= 60 ? text.trim() : `${text.slice(0, 60).trim()}…`
