// Which rows of a book are looked for: by words, by state, by who says them; and which a deed is for.
import { z } from 'zod'

/** Words looked for in the displayed text. */
export const TextQuery = z.object({
  /** White space alone stands everywhere and nowhere. */
  words: z.string().max(1000).regex(/\S/),
  isCaseSensitive: z.boolean(),
  /** Not inside of longer words. */
  isWholeWord: z.boolean(),
})
export type TextQuery = z.infer<typeof TextQuery>

export const rowStates = [
  'waiting', // without any sound
  'ready',
  'stale', // with sound of an earlier text, voice or pace
  'failed',
  'flagged',
  'marked',
  'edited',
] as const
export const RowState = z.enum(rowStates)
export type RowState = z.infer<typeof RowState>

/** All of what is given must be true of a row. Rows that are left out are never found. */
export const RowFilter = z.object({
  query: TextQuery.optional(),
  state: RowState.optional(),
  /** A character of the cast; null: the narrator. */
  speaker: z.string().nullable().optional(),
})
export type RowFilter = z.infer<typeof RowFilter>

/** Most rows that are named one by one. */
export const mostNamedRows = 5000

/** Rows that a deed is for. */
export const RowTarget = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('segments'),
    segmentIds: z.array(z.string()).min(1).max(mostNamedRows),
  }),
  z.object({
    kind: z.literal('rows'),
    from: z.number().int().min(0),
    count: z.number().int().min(1),
  }),
  z.object({ kind: z.literal('chapter'), chapterId: z.string() }),
  z.object({ kind: z.literal('found'), filter: RowFilter }),
])
export type RowTarget = z.infer<typeof RowTarget>
