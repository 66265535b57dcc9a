// Proposals taken: one change of the document, made of what the rows say now.
import {
  inPlaceOfKnown,
  type Cast,
  type OneChange,
  type Project,
  type ProjectChange,
  type Proposal,
  type ReplacedStretch,
  type SomeManner,
} from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import { invariant } from '../../base/invariant.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { joinCast } from '../cast/join-cast.ts'
import { memberOf } from '../cast/member-of.ts'
import { rowsBySpeaker } from '../cast/rows-by-speaker.ts'
import type { TakenPeople } from './take-people.ts'

type Of<K extends Proposal['change']['kind']> = Proposal & {
  change: Extract<Proposal['change'], { kind: K }>
}

const ofKind = <K extends Proposal['change']['kind']>(proposals: readonly Proposal[], kind: K) =>
  proposals.filter((each): each is Of<K> => each.change.kind === kind)

export type Taken = { change: ProjectChange; taken: number; isCut: boolean }

type Rows = ReadonlyMap<string, StoredSegment>
type Deliveries = ReadonlyMap<string, Of<'how'>['change']['delivery']>
/** Of one kind: how many proposals were taken, and what they change. */
type TakenOfKind = { taken: number; changes: OneChange[] }

/**
 * `rows`: those that the proposals are about, as they are now. What they say otherwise now, or what a person has set
 * meanwhile, is passed over. No word of the book is changed: rows are cut, and told who says them and how. Fails with
 * `not-found` where nothing is left to take. `people`: what of them is about the cast, taken already, with what follows
 * for other rows.
 */
export function changeOf(
  project: Project,
  rows: Rows,
  proposals: readonly Proposal[],
  newId: () => string,
  people: TakenPeople & { lines: readonly OneChange[] },
): Taken {
  const isFree = isOpen(rows, (manner) => manner?.speaker !== undefined)
  const who = ofKind(proposals, 'who').filter(isFree)
  const speakers = who.flatMap(({ change }) => change.speakers)
  const cast = joinCast(
    people.cast,
    speakers.map(({ character: id, name }) => ({ id, name })),
  )
  const deliveries = takenDeliveries(rows, proposals)
  const { stretches, left } = takenStretches(project, rows, who, cast, deliveries)
  const told = takenDescription(project, proposals)
  const ear = takenEar(rows, proposals, stretches)
  const how = deliveriesSet(left)
  const words = takenWords(project, proposals, newId)
  const isOtherCast = people.taken > 0 || cast.length > people.cast.length
  const isCut = stretches.length > 0
  const changes: OneChange[] = [
    ...[told, ear, how, words].flatMap((each) => each.changes),
    ...(isOtherCast ? [{ kind: 'cast-changed' as const, cast }] : []),
    ...people.lines,
    ...(isCut ? [{ kind: 'rows-replaced' as const, stretches, chapters: [] }] : []),
  ]
  if (changes.length === 0) throw fail('not-found', { kind: 'proposal' })
  const ofKinds = [told, ear, how, words].reduce((sum, { taken }) => sum + taken, 0)
  const taken = people.taken + ofKinds + stretches.length
  return { change: { kind: 'several', changes }, taken, isCut }
}

/** Tells proposals whose row says what it said, and of which a person has set nothing meanwhile. */
const isOpen =
  (rows: Rows, isSet: (manner: StoredSegment['manner']) => boolean | undefined) =>
  ({ segmentId, text }: Proposal): boolean => {
    const row = rows.get(segmentId)
    return row?.text === text && !row.manner?.isLocked && !isSet(row.manner)
  }

function takenDeliveries(rows: Rows, proposals: readonly Proposal[]): Deliveries {
  const isFree = isOpen(rows, (manner) => manner?.delivery !== undefined)
  const how = ofKind(proposals, 'how').filter(isFree)
  return new Map(how.map(({ segmentId, change }) => [segmentId, change.delivery]))
}

/** Rows cut where another speaks, each with its delivery; `left`: the deliveries of rows that are not cut. */
function takenStretches(
  project: Project,
  rows: Rows,
  who: readonly Of<'who'>[],
  cast: Cast,
  deliveries: Deliveries,
): { stretches: ReplacedStretch[]; left: Deliveries } {
  const left = new Map(deliveries)
  const stretches: ReplacedStretch[] = []
  for (const { segmentId, change } of who) {
    const row = rows.get(segmentId)
    const said = change.speakers.flatMap(({ from, to, character }) => {
      const speaker = memberOf(cast, character)?.id
      return speaker === undefined ? [] : [{ from, to, speaker }]
    })
    if (!row || said.length === 0) continue
    const delivery = left.get(segmentId)
    const spoken = delivery ? { ...row, manner: { ...row.manner, delivery } } : row
    const made = rowsBySpeaker(spoken, said, (number) => `${row.id}.c${project.revision}-${number}`)
    if (!made) continue
    invariant(made.map(({ text }) => text).join('') === row.text, 'a script changes no word')
    left.delete(segmentId)
    stretches.push({ chapterId: row.chapterId, from: row.position, count: 1, rows: made })
  }
  return { stretches: stretches.toSorted((a, b) => a.from - b.from), left }
}

function deliveriesSet(deliveries: Deliveries): TakenOfKind {
  const set = [...deliveries].map(
    ([segmentId, delivery]): { segmentId: string; set: SomeManner } => ({
      segmentId,
      set: { delivery },
    }),
  )
  return { taken: set.length, changes: set.length > 0 ? [{ kind: 'segments-set', rows: set }] : [] }
}

/** Not of rows that are cut: they are others then. */
function takenEar(
  rows: Rows,
  proposals: readonly Proposal[],
  stretches: readonly ReplacedStretch[],
): TakenOfKind {
  const cut = new Set(stretches.map(({ from }) => from))
  const isFree = isOpen(rows, (manner) => manner?.isSaidByHand)
  const ear = ofKind(proposals, 'ear').filter((each) => isFree(each) && !cut.has(each.position))
  const changes = ear.flatMap(({ segmentId, change }) =>
    saidInstead(rows.get(segmentId), change.say),
  )
  return { taken: ear.length, changes }
}

/** Of several the last one asked about: only one can stand in the files. */
function takenDescription(project: Project, proposals: readonly Proposal[]): TakenOfKind {
  const last = ofKind(proposals, 'description').at(-1)
  if (!last || project.description !== undefined) return { taken: 0, changes: [] }
  return { taken: 1, changes: [{ kind: 'description-told', description: last.change.say }] }
}

function takenWords(
  project: Project,
  proposals: readonly Proposal[],
  newId: () => string,
): TakenOfKind {
  const words = ofKind(proposals, 'words')
  if (words.length === 0) return { taken: 0, changes: [] }
  const dictionary = withWords(project, words, newId)
  return { taken: words.length, changes: [{ kind: 'dictionary-changed', dictionary }] }
}

/** What is spoken is another; what is shown, and exported as text, stays. */
function saidInstead(row: StoredSegment | undefined, say: string): OneChange[] {
  if (!row) return []
  const { id: segmentId, text, edited } = row
  return [
    {
      ...{ kind: 'segment-edited', segmentId, text, edited },
      ...{ spoken: [{ text: say.normalize('NFC') }], map: [[0, 0]] },
    },
    { kind: 'segments-set', rows: [{ segmentId, set: { isSaidByHand: true } }] },
  ]
}

function withWords(project: Project, words: readonly Of<'words'>[], newId: () => string) {
  const read = words.map(({ change: { word, say, ipa } }) => ({
    ...{ id: newId(), word, say },
    ...(ipa !== undefined && { ipa }),
    ...{ isCaseSensitive: true, isWholeWord: true, language: null },
  }))
  const put = inPlaceOfKnown(project.dictionary, read)
  const ids = new Set(put.map(({ id }) => id))
  return [...project.dictionary.filter(({ id }) => !ids.has(id)), ...put]
}
