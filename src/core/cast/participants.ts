// Who takes part in a conversation, and where in it.
import type { People } from './cast-of-names.ts'
import { personOf } from './cast-of-names.ts'
import type { Turn } from './gather-turns.ts'
import type { Person } from './merge-names.ts'
import type { PersonReference } from './person-reference.ts'

export type Participant = {
  person: Person
  /** How much they have to do with the conversation: 0 to 1. */
  salience: number
  /** The turns in or beside which they are named, or do or say something. */
  active: number[]
}

/** Persons weighed in one conversation. */
const mostPersons = 9

/**
 * Who speaks by name counts most, then who does something or is spoken to, then who is named. `spoke` says
 * who seemed to speak in each turn when it was weighed before; null where nobody did.
 */
export function participants(
  turns: readonly Turn[],
  people: People,
  spoke: readonly (string | null)[],
): Participant[] {
  const scores = new Map<Person, number>()
  const active = new Map<Person, number[]>()
  const score = (at: number, person: Person | null, points: number) => {
    if (!person) return
    scores.set(person, (scores.get(person) ?? 0) + points)
    const places = active.get(person) ?? []
    if (places.at(-1) !== at) active.set(person, [...places, at])
  }
  for (const [at, turn] of turns.entries()) {
    const named = (reference: PersonReference | null) => personOf(reference, people)
    score(at, named(turn.tag), 10)
    score(at, named(turn.beat), 5)
    score(at, named(turn.lead), 3)
    for (const reference of turn.addressed) score(at, named(reference), 3)
    for (const reference of turn.named) score(at, named(reference), 1)
    score(at, people.get(spoke[at] ?? '') ?? null, 3)
  }
  return [...scores]
    .filter(([person, points]) => person.isPerson || person.gender !== null || points >= 3)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostPersons)
    .map(([person, points]) => ({
      person,
      salience: salienceOf(points),
      active: active.get(person) ?? [],
    }))
}

const salienceOf = (points: number): number => {
  if (points >= 10) return 1
  if (points >= 5) return 0.6
  return points >= 3 ? 0.3 : 0.1
}
