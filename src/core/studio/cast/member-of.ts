// Whom of the cast a found character is: itself, or one that goes by several names.
import type { Cast, Character } from '../../../contract/index.ts'

/** `id`: of a character of the cast, or one that the book's own words give. Null: not in the cast. */
export const memberOf = (cast: Cast, id: string): Character | null =>
  cast.find((each) => each.id === id) ?? cast.find(({ also }) => also?.includes(id)) ?? null
