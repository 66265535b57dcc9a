// What was proposed about the people of a book, taken: who is one with whom, and how each is thought of.
import {
  mostCharacters,
  type Cast,
  type Character,
  type OneChange,
  type Project,
  type Proposal,
  type ProposedChange,
} from '../../../contract/index.ts'
import { joinCast } from '../cast/join-cast.ts'
import { memberOf } from '../cast/member-of.ts'
import { targetRows } from '../document/target-rows.ts'
import type { StudioParts } from '../studio-parts.ts'

type PeopleChange = Extract<ProposedChange, { kind: 'people' }>

export type TakenPeople = {
  cast: Cast
  /** Who has left the cast, because it is another one. */
  gone: string[]
  taken: number
}

/** One after the other: what a step before has made true already is passed over. */
export function castWith(cast: Cast, proposals: readonly Proposal[]): TakenPeople {
  let next: Cast = [...cast]
  const gone: string[] = []
  let taken = 0
  const changes = proposals.flatMap(({ change }) => (change.kind === 'people' ? [change] : []))
  // Who is one is known before anybody is described.
  const ordered = Map.groupBy(changes, ({ said }) => said.is)
  const put = (member: Character) => {
    next = next.map((each) => (each.id === member.id ? member : each))
    taken += 1
  }
  const joined = ({ character, name }: Pick<PeopleChange, 'character' | 'name'>) => {
    if (!memberOf(next, character)) next = joinCast(next, [{ id: character, name }])
    return memberOf(next, character)
  }
  for (const { said, ...person } of ordered.get('same') ?? []) {
    const stays = joined(person)
    if (said.is !== 'same' || !stays) continue
    const goes = memberOf(next, said.character)
    if (goes?.id === stays.id) continue
    next = next.filter(({ id }) => id !== goes?.id)
    if (goes) gone.push(goes.id)
    const names = [
      ...(stays.also ?? []),
      said.character,
      ...(goes ? [goes.id] : []),
      ...(goes?.also ?? []),
    ]
    const description = stays.description ?? goes?.description
    put({
      ...{ ...stays, voice: stays.voice ?? goes?.voice ?? null },
      ...{ also: [...new Set(names)].slice(0, mostCharacters) },
      ...(description && { description }),
    })
  }
  for (const { said, ...person } of ordered.get('described') ?? []) {
    const member = joined(person)
    if (said.is === 'described' && member && !member.description)
      put({ ...member, description: said.description })
  }
  return { cast: next, gone, taken }
}

/** The lines of those who have left become theirs who they are. */
export async function linesOfGone(
  parts: Pick<StudioParts, 'context' | 'activity'>,
  project: Project,
  { cast, gone }: TakenPeople,
): Promise<OneChange[]> {
  const changes: OneChange[] = []
  for (const id of gone) {
    const speaker = memberOf(cast, id)?.id ?? null
    const rows = await targetRows(parts, project, { kind: 'found', filter: { speaker: id } })
    if (rows.length === 0) continue
    const set = rows.map((row) => ({ segmentId: row.id, set: { speaker } }))
    changes.push({ kind: 'segments-set', rows: set })
  }
  return changes
}
