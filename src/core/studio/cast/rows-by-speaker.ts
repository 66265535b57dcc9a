// Rows cut at quotation marks, each with its speaker: what a person has taken up of who speaks.
import type { KeptRow, SomeManner } from '../../../contract/index.ts'
import { failureOf } from '../../base/failure-error.ts'
import { unusualManner } from '../../base/manner.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { keptOf, splitRow } from '../document/edit-rows.ts'

/** A stretch of a row's text, by whom it is said; null: the narrator. */
type Said = { from: number; to: number; speaker: string | null }

/** White space and signs alone are nobody's: they stay with what is before them. */
const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/**
 * The row in stretches of one speaker each; `parts` are apart and ascending. Null where it stays one row
 * that says the same as before, and where it cannot be cut: what a person has written to be said may have
 * fewer words than there are speakers.
 */
export function rowsBySpeaker(
  row: StoredSegment,
  parts: readonly Said[],
  newId: (number: number) => string,
): KeptRow[] | null {
  const stretches = stretchesOf(row.text, parts)
  const now = row.manner?.speaker ?? null
  if (stretches.length === 1 && (stretches[0]?.speaker ?? null) === now) return null
  const rows: KeptRow[] = []
  let rest: StoredSegment = row
  let begins = 0
  for (const [index, { to, speaker }] of stretches.entries()) {
    if (index === stretches.length - 1) {
      rows.push(saidBy({ ...keptOf(rest), edited: row.edited }, speaker))
      break
    }
    const cut = cutOf(rest, to - begins, newId(index + 1))
    if (!cut) return null
    const [head, tail] = cut
    rows.push(saidBy({ ...head, edited: row.edited }, speaker))
    rest = { ...tail, position: row.position, fallbackOf: null }
    begins += head.text.length
  }
  return rows
}

function cutOf(row: StoredSegment, at: number, newId: string): [KeptRow, KeptRow] | null {
  try {
    return splitRow(row, at, newId)
  } catch (error) {
    if (failureOf(error).code === 'not-found') return null
    throw error
  }
}

function stretchesOf(text: string, parts: readonly Said[]): Said[] {
  const stretches: Said[] = []
  const add = (stretch: Said) => {
    const last = stretches.at(-1)
    const isEmpty = !hasWords(text.slice(stretch.from, stretch.to))
    if (last && (isEmpty || last.speaker === stretch.speaker)) last.to = stretch.to
    else if (!isEmpty || parts.length === 0) stretches.push({ ...stretch })
  }
  let at = 0
  for (const part of parts) {
    if (part.from > at) add({ from: at, to: part.from, speaker: null })
    add(part)
    at = part.to
  }
  if (at < text.length) add({ from: at, to: text.length, speaker: null })
  const [first] = stretches
  // What stands before the first words belongs to them.
  if (first) first.from = 0
  return stretches.length > 0 ? stretches : [{ from: 0, to: text.length, speaker: null }]
}

function saidBy(row: KeptRow, speaker: string | null): KeptRow {
  const { manner, ...rest } = row
  const kept: SomeManner = unusualManner({ ...manner, speaker })
  return { ...rest, ...(Object.keys(kept).length > 0 && { manner: kept }) }
}
