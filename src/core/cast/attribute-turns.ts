// Gives every turn its speaker: what is written beside it decides, else who takes part and whose turn it is.
import { narratorName, recordOf, type NameBook } from './cast-state.ts'
import type { CastWords } from './cast-words.ts'
import type { Turn } from './gather-turns.ts'
import { mergeNames, type Person } from './merge-names.ts'
import type { PersonReference } from './person-reference.ts'
import type { Gender } from './quotation.ts'
import { solveTurns, type TurnWeights } from './solve-turns.ts'

export type Attribution = {
  /** Null where nobody is likely enough. */
  speaker: string | null
  /** Between 0 and 1. */
  confidence: number
}

/** Turns with more narration between them are two conversations. */
const longestGap = 3
const longestGapLetters = 1500
/** Persons weighed in one conversation. */
const mostPersons = 9
/** Nobody of those known. */
const stranger = 0.12
/** What is less likely than this is left open. */
const leastLikely = 0.5

type Cast = ReadonlyMap<string, Person>

/** One attribution a turn. Names met here for the first time are added to the book. */
export function attributeTurns(turns: readonly Turn[], book: NameBook, words: CastWords): Attribution[] {
  for (const turn of turns) {
    for (const reference of [turn.tag, turn.beat]) if (reference) remember(book, reference, reference === turn.tag)
  }
  const cast = mergeNames(book, words)
  const attributions: Attribution[] = []
  let from = 0
  for (let to = 1; to <= turns.length; to++) {
    const next = turns[to]
    if (next && next.gap <= longestGap && next.gapLength <= longestGapLetters) continue
    attributions.push(...attributeConversation(turns.slice(from, to), cast))
    from = to
  }
  return attributions
}

function remember(book: NameBook, reference: PersonReference, isSpeaker: boolean): void {
  if (reference.kind === 'narrator')
    recordOf(book, { name: narratorName, kind: 'narrator', title: null, gender: null })
  if (reference.kind === 'name') {
    const record = recordOf(book, { ...reference, kind: 'name' })
    record.isPerson ||= isSpeaker
  }
  if (reference.kind === 'description' && reference.stable && isSpeaker)
    recordOf(book, { name: reference.name, kind: 'description', title: null, gender: reference.gender })
}

/** The person whom a mention names; null for pronouns and strangers. */
function personOf(reference: PersonReference | null, cast: Cast): Person | null {
  if (!reference) return null
  if (reference.kind === 'narrator') return cast.get(narratorName) ?? null
  if (reference.kind === 'name') return cast.get(reference.name) ?? null
  return reference.kind === 'description' && reference.stable ? (cast.get(reference.name) ?? null) : null
}

function attributeConversation(turns: readonly Turn[], cast: Cast): Attribution[] {
  const persons = participants(turns, cast)
  const recent: Person[] = []
  let addressed: Person[] = []
  const weighed = turns.map((turn, index): TurnWeights => {
    for (const reference of turn.named) note(recent, personOf(reference, cast))
    const weights = persons.map(({ person, salience }) =>
      weigh(person, salience, turn, { cast, recent, addressed: index > 0 && turn.gap === 0 ? addressed : [] }),
    )
    addressed = turn.addressed.flatMap((reference) => personOf(reference, cast) ?? [])
    note(recent, personOf(turn.tag, cast))
    return { weights: [...weights, strangerWeight(turn, cast)], gap: turn.gap }
  })
  const likely = solveTurns(weighed, persons.length + 1)
  return turns.map((_, index) => {
    const row = likely[index] ?? []
    let best = persons.length
    for (let at = 0; at < persons.length; at++) if ((row[at] ?? 0) > (row[best] ?? 0)) best = at
    const confidence = row[best] ?? 0
    const speaker = persons[best]?.person.name ?? null
    return speaker === null || confidence < leastLikely
      ? { speaker: null, confidence: 0 }
      : { speaker, confidence }
  })
}

function note(recent: Person[], person: Person | null): void {
  if (!person) return
  const at = recent.indexOf(person)
  if (at >= 0) recent.splice(at, 1)
  recent.unshift(person)
}

type Participant = { person: Person; salience: number }

/** Who speaks by name counts most, then who does something or is spoken to, then who is named. */
function participants(turns: readonly Turn[], cast: Cast): Participant[] {
  const scores = new Map<Person, number>()
  const score = (reference: PersonReference | null, points: number) => {
    const person = personOf(reference, cast)
    if (person) scores.set(person, (scores.get(person) ?? 0) + points)
  }
  for (const turn of turns) {
    score(turn.tag, 10)
    score(turn.beat, 5)
    score(turn.lead, 3)
    for (const reference of turn.addressed) score(reference, 3)
    for (const reference of turn.named) score(reference, 1)
  }
  return [...scores]
    .filter(([person, points]) => person.isPerson || person.gender !== null || points >= 3)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostPersons)
    .map(([person, points]) => ({ person, salience: points >= 10 ? 1 : points >= 5 ? 0.6 : points >= 3 ? 0.3 : 0.1 }))
}

type Context = { cast: Cast; recent: readonly Person[]; addressed: readonly Person[] }

function weigh(person: Person, salience: number, turn: Turn, context: Context): number {
  const { cast, recent, addressed } = context
  const named = personOf(turn.tag, cast)
  if (named) return named === person ? 1 : nobodyElse(turn.tag, person)
  let weight = salience
  if (turn.hasTag) {
    weight *= fitsMention(turn.tag, person) * nearness(person, turn.tag, recent)
    if (turn.beat && personOf(turn.beat, cast) === person) weight *= 3
  }
  if (!turn.hasTag && turn.beat) weight *= fitsBeat(turn.beat, person, context)
  if (turn.lead && !turn.beat) weight *= personOf(turn.lead, cast) === person ? 3 : 1
  if (addressed.includes(person)) weight *= 3
  if (turn.addressed.some((reference) => personOf(reference, cast) === person)) weight *= 0.03
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
  if (reference.kind === 'description' && lastWord(reference.name) === lastWord(person.name)) return 3
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
function nearness(person: Person, reference: PersonReference | null, recent: readonly Person[]): number {
  const gender = reference && 'gender' in reference ? reference.gender : null
  const fitting = recent.filter((other) => gender === null || other.gender === gender)
  return fitting[0] === person ? 2.5 : 1
}

function fitsBeat(beat: PersonReference, person: Person, { cast, recent }: Context): number {
  const named = personOf(beat, cast)
  if (named) return named === person ? 12 : 1
  if (person.kind === 'narrator') return 0.3
  return beat.kind === 'pronoun' || beat.kind === 'description'
    ? 0.2 + 3 * genderFits(beat.gender, person.gender) * nearness(person, beat, recent)
    : 1
}

function strangerWeight(turn: Turn, cast: Cast): number {
  if (personOf(turn.tag, cast)) return 1e-6
  if (turn.tag?.kind === 'group') return 1
  // `her visitor`, `a voice`: anybody.
  if (turn.tag && 'gender' in turn.tag && turn.tag.gender === null) return 0.5
  return stranger
}
