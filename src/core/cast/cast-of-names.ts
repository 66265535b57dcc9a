// The persons behind the names of a text.
import { narratorName } from './cast-state.ts'
import type { Person } from './merge-names.ts'
import type { PersonReference } from './person-reference.ts'

/** By each of their names. */
export type People = ReadonlyMap<string, Person>

/** The person whom a mention names; null for pronouns and strangers. */
export function personOf(reference: PersonReference | null, people: People): Person | null {
  if (!reference) return null
  if (reference.kind === 'narrator') return people.get(narratorName) ?? null
  if (reference.kind === 'name') return people.get(reference.name) ?? null
  const isNamed = reference.kind === 'description' && reference.stable
  return isNamed ? (people.get(reference.name) ?? null) : null
}
