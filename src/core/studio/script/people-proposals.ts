// What is proposed about the people of a book: who of them are one, and how each is to be thought of.
import type { Cast, Character, CharacterDescription, Proposal } from '../../../contract/index.ts'
import type { NamedCharacter } from '../../cast/characters.ts'
import type { PeopleAnswer } from '../../script/kinds/people.ts'
import { memberOf } from '../cast/member-of.ts'
import type { KeptAnswers } from './kept-answers.ts'
import type { PeopleOfBook, PersonItem } from './people-items.ts'
import { proposalOf } from './proposal-of.ts'

/** In the cast, or as the book names it. */
type Person = { found: NamedCharacter; member: Character | null; rank: number }

/** Without those that the cast says already. */
export function peopleProposals(
  { characters, items }: PeopleOfBook,
  cast: Cast,
  answers: KeptAnswers,
): Proposal[] {
  const persons = characters.map((found, rank): Person => {
    return { found, member: memberOf(cast, found.id), rank }
  })
  const byName = new Map(persons.map((person) => [person.found.name, person]))
  const proposals = items.flatMap((item): Proposal[] => {
    const answer = answers.get(item.key) as PeopleAnswer | undefined
    const person = byName.get(item.character.name)
    if (!answer || !person) return []
    const other = byName.get(answer.sameAs.trim())
    return [
      ...(other ? same(item, person, other, answer.confidence) : []),
      ...described(item, person, answer),
    ]
  })
  // Two who each are said to be the other are one proposal.
  return [...new Map(proposals.map((each) => [each.key, each])).values()]
}

/** The one in the cast stays, then the one who speaks more. */
function same({ place }: PersonItem, one: Person, other: Person, confidence: number): Proposal[] {
  const isFirst =
    Number(one.member === null) - Number(other.member === null) || one.rank - other.rank
  const [stays, goes] = isFirst <= 0 ? [one, other] : [other, one]
  const genders = [stays, goes].map(({ found }) => found.gender)
  const isOther = genders[0] !== genders[1] && !genders.includes(null)
  const isSame = stays.member !== null && stays.member.id === goes.member?.id
  // Who has no lines gives none: nothing would be another.
  const isNobody = goes.member === null && goes.found.quotations === 0
  if (isOther || isSame || isNobody) return []
  const said = { is: 'same' as const, ...nameOf(goes) }
  return [proposalOf(place, 'model', confidence, { kind: 'people', ...nameOf(stays), said })]
}

/** What the book's own words tell of a character goes before what a model makes of it. */
function described({ place }: PersonItem, person: Person, answer: PeopleAnswer): Proposal[] {
  const { found, member } = person
  const { gender, age } = answer
  const phrase = answer.phrase.trim()
  const isSilent = member === null && found.quotations === 0
  const isEmpty = gender === 'unknown' && age === 'unknown' && phrase === ''
  if (isSilent || isEmpty || member?.description) return []
  const description: CharacterDescription = { gender: found.gender ?? gender, age, phrase }
  const said = { is: 'described' as const, description }
  return [
    proposalOf(place, 'model', answer.confidence, { kind: 'people', ...nameOf(person), said }),
  ]
}

const nameOf = ({ found, member }: Person) => ({
  character: member?.id ?? found.id,
  name: member?.name ?? found.name,
})
