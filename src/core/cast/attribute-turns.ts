// Gives every turn its speaker: what is written beside it decides, else who takes part and whose turn it is.
import { personOf, type People } from './cast-of-names.ts'
import { narratorName, recordOf, type NameBook } from './cast-state.ts'
import type { CastWords } from './cast-words.ts'
import { longestGap, type Turn } from './gather-turns.ts'
import { mergeNames, type Person } from './merge-names.ts'
import { participants } from './participants.ts'
import type { PersonReference } from './person-reference.ts'
import { solveTurns, type TurnWeights } from './solve-turns.ts'
import { weighPerson, weighStranger } from './weigh-turn.ts'

export type Attribution = {
  /** Null where nobody is likely enough. */
  speaker: string | null
  /** Between 0 and 1. */
  confidence: number
  /** It is the one whose doing stands beside the turn. */
  isBeat: boolean
}

const nobody: Attribution = { speaker: null, confidence: 0, isBeat: false }

/** So much narration between turns ends a conversation. */
const longestGapLetters = 1500
/** What is less likely than this is left open. */
const leastLikely = 0.5
/** What is as likely as this teaches about the rest. */
const sureEnough = 0.7

/** One attribution a turn. Names met here for the first time are added to the book. */
export function attributeTurns(
  turns: readonly Turn[],
  book: NameBook,
  words: CastWords,
): Attribution[] {
  for (const turn of turns) {
    for (const reference of [turn.tag, turn.beat])
      if (reference) remember(book, reference, reference === turn.tag)
  }
  countOwnName(turns, book)
  const first = attributeOnce(turns, mergeNames(book, words), [])
  learnGenders(turns, first, book)
  const spoke = first.map(({ speaker, confidence }) => (confidence >= sureEnough ? speaker : null))
  return attributeOnce(turns, mergeNames(book, words), spoke)
}

function attributeOnce(
  turns: readonly Turn[],
  people: People,
  spoke: readonly (string | null)[],
): Attribution[] {
  const attributions: Attribution[] = []
  let from = 0
  for (let to = 1; to <= turns.length; to++) {
    const next = turns[to]
    if (next && next.gap <= longestGap && next.gapLength <= longestGapLetters) continue
    attributions.push(
      ...attributeConversation(turns.slice(from, to), people, spoke.slice(from, to)),
    )
    from = to
  }
  return attributions
}

/** Whoever is meant by `she said` is a woman. */
function learnGenders(turns: readonly Turn[], found: readonly Attribution[], book: NameBook): void {
  for (const [index, { tag }] of turns.entries()) {
    const { speaker, confidence } = found[index] ?? nobody
    const record = book.get(speaker ?? '')
    if (!record || confidence < sureEnough || tag?.kind !== 'pronoun' || tag.gender === null)
      continue
    record[tag.gender]++
  }
}

/** Who tells is spoken to by name, though never named in what is told: in each turn but their own. */
function countOwnName(turns: readonly Turn[], book: NameBook): void {
  if (!turns.some(({ tag }) => tag?.kind === 'narrator')) return
  for (const { tag, addressed } of turns)
    for (const reference of addressed) {
      const record = reference.kind === 'name' ? book.get(reference.name) : undefined
      if (record) record.narrates += tag?.kind === 'narrator' ? -3 : 1
    }
}

function remember(book: NameBook, reference: PersonReference, isSpeaker: boolean): void {
  if (reference.kind === 'narrator')
    recordOf(book, { name: narratorName, kind: 'narrator', title: null, gender: null })
  if (reference.kind === 'name') {
    const record = recordOf(book, { ...reference, kind: 'name' })
    record.isPerson ||= isSpeaker
  }
  const isDescribed = reference.kind === 'description' && reference.stable
  if (isDescribed && (isSpeaker || reference.gender !== null))
    recordOf(book, {
      name: reference.name,
      kind: 'description',
      title: null,
      gender: reference.gender,
    })
}

function attributeConversation(
  turns: readonly Turn[],
  people: People,
  spoke: readonly (string | null)[],
): Attribution[] {
  const persons = participants(turns, people, spoke)
  const recent: Person[] = []
  let addressed: Person[] = []
  const weighed = turns.map((turn, index): TurnWeights => {
    for (const reference of turn.named) note(recent, personOf(reference, people))
    const weights = persons.map((participant) =>
      weighPerson(participant, index, turn, {
        people,
        recent,
        addressed: index > 0 && turn.gap === 0 ? addressed : [],
      }),
    )
    addressed = turn.addressed.flatMap((reference) => personOf(reference, people) ?? [])
    note(recent, personOf(turn.tag, people))
    return { weights: [...weights, weighStranger(turn, people)], gap: turn.gap }
  })
  const likely = solveTurns(weighed, persons.length + 1)
  return turns.map((turn, index) => {
    const row = likely[index] ?? []
    let best = persons.length
    for (let at = 0; at < persons.length; at++) if ((row[at] ?? 0) > (row[best] ?? 0)) best = at
    const confidence = row[best] ?? 0
    const person = persons[best]?.person
    const speaker = person?.kind === 'narrator' ? narratorName : (person?.name ?? null)
    return speaker === null || confidence < leastLikely
      ? nobody
      : { speaker, confidence, isBeat: personOf(turn.beat, people) === person }
  })
}

function note(recent: Person[], person: Person | null): void {
  if (!person) return
  const at = recent.indexOf(person)
  if (at >= 0) recent.splice(at, 1)
  recent.unshift(person)
}
