// Rows cut, joined, taken out and moved, as changes of the document: pure.
import {
  longest,
  type ChapterEntry,
  type KeptRow,
  type OneChange,
} from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import { unusualManner } from '../../base/manner.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { countText } from '../../segment/count-text.ts'
import { cutByHand, cutSaid, joinSaid } from '../../segment/cut-spoken.ts'

export const keptOf = ({ position: _, fallbackOf: __, ...row }: StoredSegment): KeptRow => row

/** What counts for one text alone: a take, how it is cut and what is said of it. */
function withoutTakes(row: KeptRow): KeptRow {
  const { manner, ...rest } = row
  const kept = unusualManner({ ...manner, isLocked: false, cut: null, takeNotes: {} })
  return {
    ...rest,
    pinnedTakeId: null,
    takeId: null,
    ...(Object.keys(kept).length > 0 && { manner: kept }),
  }
}

/** A line that is left out has no words to be cut or joined: it is put back first. */
function refuseLeftOut(rows: readonly Pick<KeptRow, 'leftOut'>[]): void {
  if (rows.some(({ leftOut }) => leftOut)) throw fail('not-found', { kind: 'segment' })
}

/** Letters of several units, and what is set above them, are never in two rows. */
const letterEdge = (text: string, at: number): number =>
  new Intl.Segmenter('en').segment(text).containing(at)?.index ?? at

/**
 * Two rows of one, before `at` of its text. The first keeps the row's id, its notes' marks and its pause go
 * to the second. Fails with `not-found` where one of them would show nothing.
 */
export function splitRow(row: StoredSegment, at: number, newId: string): [KeptRow, KeptRow] {
  refuseLeftOut([row])
  const edge = letterEdge(row.text, at)
  const [head, rest] = [row.text.slice(0, edge), row.text.slice(edge)]
  // White space belongs to what is before it.
  const space = rest.length - rest.trimStart().length
  const texts = [head + rest.slice(0, space), rest.slice(space)] as const
  if (texts.some((text) => text.trim() === '')) throw fail('not-found', { kind: 'segment' })
  const isByHand = row.manner?.isSaidByHand ?? false
  const [said, saidRest] = (isByHand ? cutByHand : cutSaid)(row, texts[0].length)
  const { normalised: _, noteMarks, original, ...bare } = withoutTakes(keptOf(row))
  const manner = bare.manner ?? {}
  const { pauseMs: __, mark: ___, ...common } = manner
  const first: KeptRow = {
    ...bare,
    ...{ text: texts[0], ...said, pauseAfter: 'sentence', edited: true },
    ...(original !== undefined && { original }),
    ...mannered({ ...common, ...(manner.mark !== undefined && { mark: manner.mark }) }),
  }
  const second: KeptRow = {
    ...bare,
    ...{ id: newId, text: texts[1], ...saidRest, edited: true },
    ...mannered({ ...common, ...(manner.pauseMs !== undefined && { pauseMs: manner.pauseMs }) }),
    ...(noteMarks && { noteMarks }),
  }
  if (isByHand && (said.spoken.length === 0 || saidRest.spoken.length === 0))
    throw fail('not-found', { kind: 'segment' })
  return [first, second]
}

const mannered = (manner: NonNullable<KeptRow['manner']>): Pick<KeptRow, 'manner'> =>
  Object.keys(manner).length > 0 ? { manner } : {}

/** As a careful reader says it: what was written by hand knows no rules. */
const inWords = ({ spoken, map, normalised }: KeptRow) => normalised ?? { spoken, map }

/**
 * One row of some that follow each other: the first one's id, speaker and pace, the last one's pause. Said
 * by hand where one of them was. Fails with `text-too-long` where nobody could edit it any more.
 */
export function joinRows(first: StoredSegment, ...others: StoredSegment[]): KeptRow {
  const joined = others.map(keptOf).reduce(joinTwo, keptOf(first))
  if (joined.text.length > longest.text) throw fail('text-too-long', { limit: longest.text })
  return joined
}

function joinTwo(one: KeptRow, other: KeptRow): KeptRow {
  refuseLeftOut([one, other])
  const gap = /\s$/.test(one.text) ? '' : ' '
  const shown = one.text + gap
  const { normalised: _, noteMarks, original: ______, ...bare } = withoutTakes(one)
  const marks = [...(noteMarks ?? []), ...(other.noteMarks ?? [])]
  const { pauseMs: __, mark: ___, isSaidByHand: ____, ...manner } = bare.manner ?? {}
  const pauseMs = other.manner?.pauseMs
  const mark = one.manner?.mark ?? other.manner?.mark
  const isByHand = Boolean(one.manner?.isSaidByHand ?? other.manner?.isSaidByHand)
  return {
    ...bare,
    text: shown + other.text,
    ...(isByHand
      ? joinSaid(inWords(one), inWords(other), shown.length)
      : joinSaid(one, other, shown.length)),
    pauseAfter: other.pauseAfter,
    edited: true,
    ...originalOfBoth(one, other),
    ...(marks.length > 0 && { noteMarks: marks }),
    ...mannered({
      ...manner,
      ...(typeof pauseMs === 'number' && { pauseMs }),
      ...(typeof mark === 'string' && { mark }),
      ...(isByHand && { isSaidByHand: true }),
    }),
  }
}

const originalOfBoth = (one: KeptRow, other: KeptRow): Pick<KeptRow, 'original'> =>
  one.original === undefined && other.original === undefined
    ? {}
    : { original: (one.original ?? '') + (other.original ?? '') }

/** What chapters count once these rows are gone from them and those are in them. */
export function countsAfter(
  chapters: readonly ChapterEntry[],
  gone: readonly { chapterId: string; text: string; leftOut?: unknown }[],
  come: readonly { chapterId: string; text: string; leftOut?: unknown }[],
): Extract<OneChange, { kind: 'rows-replaced' }>['chapters'] {
  const heard = (rows: typeof gone, id: string) =>
    countText(rows.filter((row) => row.chapterId === id && !row.leftOut).map(({ text }) => text))
  const touched = new Set([...gone, ...come].map(({ chapterId }) => chapterId))
  return chapters
    .filter(({ id }) => touched.has(id))
    .map(({ id, words, characters }) => {
      const less = heard(gone, id)
      const more = heard(come, id)
      return {
        chapterId: id,
        words: Math.max(0, words - less.words + more.words),
        characters: Math.max(0, characters - less.characters + more.characters),
      }
    })
}

/** Stretches of rows that follow each other in one chapter, ascending. */
export function runsOf<T extends { position: number; chapterId: string }>(
  rows: readonly T[],
): T[][] {
  const runs: T[][] = []
  for (const row of rows.toSorted((a, b) => a.position - b.position)) {
    const last = runs.at(-1)?.at(-1)
    if (last && last.position + 1 === row.position && last.chapterId === row.chapterId)
      runs.at(-1)?.push(row)
    else runs.push([row])
  }
  return runs
}
