// A translation brought up to date with its original: what the original says otherwise now, and nothing else.
import {
  longest,
  type KeptRow,
  type OneChange,
  type Project,
  type ReplacedStretch,
  type Segment,
} from '../../../contract/index.ts'
import { arrangementOf } from '../../base/arrangement.ts'
import { describedCover } from '../../base/cover-address.ts'
import { digestJson } from '../../base/digest.ts'
import { unusualManner } from '../../base/manner.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { afterReplacing } from '../document/after-arranging.ts'
import { countsAfter, keptOf } from '../document/edit-rows.ts'
import { rowsAt } from '../document/project-rows.ts'
import type { StudioParts } from '../studio-parts.ts'
import type { TranslationWish } from './chapters-to-translate.ts'
import { findRenewals, type Renewals } from './find-renewals.ts'
import { translatedTitle } from './translate-rows.ts'

/**
 * One step for undo, and none where nothing is another. What a person has written in a row stands until its original
 * is another. `isWhole`: every line has its answer; until then the glossary of before is told, so that the others are
 * found the next time.
 */
export async function renewEdition(
  parts: StudioParts,
  original: Project,
  editionId: string,
  { isWhole, ...wish }: TranslationWish & { isWhole: boolean },
  signal: AbortSignal,
): Promise<void> {
  const { context, changes } = parts
  const seen = await context.projects.read(editionId)
  // Found before the document's turn, which must be short.
  const found = await findRenewals(parts, original, seen, wish, signal)
  const glossary = isWhole ? wish.glossary : (seen.translationOf?.glossary ?? [])
  const of = { projectId: original.id, language: original.language, glossary }
  const isTold = digestJson(of) === digestJson(seen.translationOf ?? null)
  const title = await translatedTitle(parts, original, wish)
  const isNamed = seen.title !== original.title || title === original.title
  if (found.rows.length === 0 && found.titles.size === 0 && isTold && isNamed) return
  await changes.apply(editionId, async (edition) => {
    const isAsSeen = edition.revision === seen.revision
    const renewals = isAsSeen ? found : await findRenewals(parts, original, edition, wish, signal)
    const changed = await changesOf(parts, edition, renewals)
    const named = isNamed ? [] : [called(edition, title)]
    return { kind: 'several', changes: [{ kind: 'translation-told', of }, ...named, ...changed] }
  })
  if (found.rows.length > 0) await afterReplacing(parts, editionId)
}

async function changesOf(
  { context }: Pick<StudioParts, 'context'>,
  edition: Project,
  renewals: Renewals,
): Promise<OneChange[]> {
  const arranged = arrangedAnew(edition, renewals)
  if (renewals.rows.length === 0) return arranged
  const positions = renewals.rows.flatMap(({ from, count }) =>
    Array.from({ length: count }, (_, index) => from + index),
  )
  const gone = await rowsAt(context.projects, edition.id, positions)
  const byId = new Map(gone.map((row) => [row.id, row]))
  const stretches = renewals.rows.map(({ chapterId, from, count, rows }): ReplacedStretch => ({
    ...{ chapterId, from, count },
    rows: rows.map((row) => keptRow({ ...row, chapterId }, byId.get(row.id))),
  }))
  const come = stretches.flatMap(({ rows }) => rows)
  const fresh = renewals.chapters.map(({ entry }) => ({ ...entry, words: 0, characters: 0 }))
  const chapters = countsAfter([...edition.chapters, ...fresh], gone, come)
  const replaced: OneChange = { kind: 'rows-replaced', stretches, chapters }
  return [...arranged, replaced]
}

const called = ({ authors, cover }: Project, title: string): OneChange => ({
  ...{ kind: 'book-described', title: title.slice(0, longest.title), authors },
  cover: describedCover(cover),
})

/** Chapters by the names that they get; new ones empty as yet, each where it stands in the original. */
function arrangedAnew(
  { chapters, notePlace }: Project,
  { chapters: fresh, titles }: Renewals,
): OneChange[] {
  if (fresh.length === 0 && titles.size === 0) return []
  const arranged = arrangementOf(chapters).map((chapter) => {
    const title = titles.get(chapter.id) ?? chapter.title
    return { ...chapter, title: title.slice(0, longest.title) }
  })
  // From the last one on, so that several behind the same chapter keep their order.
  for (const { entry, behind } of fresh.toReversed()) {
    const { segments: _, firstPosition: __, ...chapter } = entry
    const at = arranged.findIndex(({ id }) => id === behind) + 1
    arranged.splice(at, 0, { ...chapter, words: 0, characters: 0, spans: [] })
  }
  return [{ kind: 'chapters-arranged', chapters: arranged, notePlace }]
}

/** As a person has it in the edition, with other words: what was heard of it is out of date. */
function keptRow(row: Segment, before: StoredSegment | undefined): KeptRow {
  if (!before) return { ...row, edited: false, pinnedTakeId: null, takeId: null }
  const { takeId, pinnedTakeId, manner } = keptOf(before)
  const kept = unusualManner({ ...manner, isSaidByHand: false, cut: null })
  const { manner: _, ...bare } = row
  return {
    ...bare,
    ...(Object.keys(kept).length > 0 && { manner: kept }),
    ...{ edited: false, takeId, pinnedTakeId: kept.isLocked ? pinnedTakeId : null },
  }
}
