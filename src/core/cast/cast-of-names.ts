// The persons behind the names of a text.
import { narratorName } from './cast-state.ts'
import type { Person } from './merge-names.ts'
import type { PersonReference } from './person-reference.ts'

/** By each of their names. */
export type Cast = ReadonlyMap<string, Person>

/** The person whom a mention names; null for pronouns and strangers. */
export function personOf(reference: PersonReference | null, cast: Cast): Person | null {
  if (!reference) return null
  if (reference.kind === 'narrator') return cast.get(narratorName) ?? null
  if (reference.kind === 'name') return cast.get(reference.name) ?? null
  const isNamed = reference.kind === 'description' && reference.stable
  return isNamed ? (cast.get(reference.name) ?? null) : null
}
