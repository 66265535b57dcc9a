// How well a person fits a turn by what stands in and beside it.
import { personOf, type People } from './cast-of-names.ts'
import type { Turn } from './gather-turns.ts'
import type { Person } from './merge-names.ts'
import type { Participant } from './participants.ts'
import type { PersonReference } from './person-reference.ts'
import type { Gender } from './quotation.ts'

/** So far from where they did something persons are surely still there. */
const nearTurns = 12
/** Nobody of those known. */
const stranger = 0.08

export type TurnContext = {
  people: People
  /** Who was named last comes first. */
  recent: readonly Person[]
  /** Who was spoken to in the turn right before. */
  addressed: readonly Person[]
}

/** More is better; weights of one turn are compared with each other only. */
export function weighPerson(
  participant: Participant,
  index: number,
  turn: Turn,
  context: TurnContext,
): number {
  const { person, salience, active } = participant
  const { people, recent, addressed } = context
  const named = personOf(turn.tag, people)
  if (named) return named === person ? 1 : nobodyElse(turn.tag, person)
  // Who was active some turns ago has perhaps left.
  const isNear = active.some((at) => Math.abs(at - index) <= nearTurns)
  let weight = isNear ? salience : salience * 0.5
  // Who is met only later is not there yet.
  if ((active[0] ?? 0) > index + 1) weight *= 0.3
  if (turn.hasTag) {
    weight *= fitsMention(turn.tag, person) * nearness(person, turn.tag, recent)
    if (turn.beat && personOf(turn.beat, people) === person) weight *= 3
  }
  if (!turn.hasTag && turn.beat) weight *= fitsBeat(turn.beat, person, context)
  if (turn.lead && !turn.beat) weight *= personOf(turn.lead, people) === person ? 3 : 1
  if (addressed.includes(person)) weight *= 4
  if (turn.addressed.some((reference) => personOf(reference, people) === person)) weight *= 0.03
  return Math.max(weight, 1e-6)
}

/** `said the girl` may be one whose name is known. */
function nobodyElse(reference: PersonReference | null, person: Person): number {
  if (reference?.kind !== 'description' || person.kind !== 'name') return 1e-5
  return reference.gender !== null && reference.gender === person.gender ? 0.02 : 1e-4
}

function fitsMention(reference: PersonReference | null, person: Person): number {
  if (!reference) return 1
  // `his mother` is rather the one who is called the mother.
  if (reference.kind === 'description' && lastWord(reference.name) === lastWord(person.name))
    return 3
  if (reference.kind === 'group') return 0.001
  if (person.kind === 'narrator') return 0.005
  return genderFits('gender' in reference ? reference.gender : null, person.gender)
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1)

function genderFits(wanted: Gender | null, found: Gender | null): number {
  if (wanted === null) return 0.5
  if (found === null) return 0.25
  return wanted === found ? 1 : 0.004
}

/** A pronoun means the one last named whom it fits. */
function nearness(
  person: Person,
  reference: PersonReference | null,
  recent: readonly Person[],
): number {
  const gender = reference && 'gender' in reference ? reference.gender : null
  const fitting = recent.filter((other) => gender === null || other.gender === gender)
  return fitting[0] === person ? 2.5 : 1
}

function fitsBeat(beat: PersonReference, person: Person, { people, recent }: TurnContext): number {
  const named = personOf(beat, people)
  if (named) return named === person ? 25 : 1
  if (person.kind === 'narrator') return 0.3
  return beat.kind === 'pronoun' || beat.kind === 'description'
    ? 0.2 + 3 * genderFits(beat.gender, person.gender) * nearness(person, beat, recent)
    : 1
}

/** Of somebody who is not among the participants. */
export function weighStranger(turn: Turn, people: People): number {
  if (personOf(turn.tag, people)) return 1e-6
  if (turn.tag?.kind === 'group') return 1
  // `her visitor`, `a voice`: anybody.
  if (turn.tag && 'gender' in turn.tag && turn.tag.gender === null) return 0.5
  return stranger
}
