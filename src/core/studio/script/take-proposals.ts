// Proposals taken: one change of the document, made of what the rows say now.
import {
  inPlaceOfKnown,
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

/**
 * `rows`: those that the proposals are about, as they are now. What they say otherwise now, or what a person has set
 * meanwhile, is passed over. No word of the book is changed: rows are cut, and told who says them and how. Fails with
 * `not-found` where nothing is left to take. `people`: what of them is about the cast, taken already, with what follows
 * for other rows.
 */
export function changeOf(
  project: Project,
  rows: ReadonlyMap<string, StoredSegment>,
  proposals: readonly Proposal[],
  newId: () => string,
  people: TakenPeople & { lines: readonly OneChange[] },
): Taken {
  const standing = (each: Proposal) => rows.get(each.segmentId)?.text === each.text
  const how = ofKind(proposals, 'how').filter((each) => {
    const manner = rows.get(each.segmentId)?.manner
    return standing(each) && manner?.delivery === undefined && !manner?.isLocked
  })
  const deliveries = new Map(how.map(({ segmentId, change }) => [segmentId, change.delivery]))
  const who = ofKind(proposals, 'who').filter((each) => {
    const manner = rows.get(each.segmentId)?.manner
    return standing(each) && manner?.speaker === undefined && !manner?.isLocked
  })
  const speakers = who.flatMap(({ change }) => change.speakers)
  const cast = joinCast(
    people.cast,
    speakers.map(({ character: id, name }) => ({ id, name })),
  )
  const stretches: ReplacedStretch[] = []
  for (const { segmentId, change } of who) {
    const row = rows.get(segmentId)
    const said = change.speakers.flatMap(({ from, to, character }) => {
      const speaker = memberOf(cast, character)?.id
      return speaker === undefined ? [] : [{ from, to, speaker }]
    })
    if (!row || said.length === 0) continue
    const delivery = deliveries.get(segmentId)
    const spoken = delivery ? { ...row, manner: { ...row.manner, delivery } } : row
    const made = rowsBySpeaker(spoken, said, (number) => `${row.id}.c${project.revision}-${number}`)
    if (!made) continue
    invariant(made.map(({ text }) => text).join('') === row.text, 'a script changes no word')
    deliveries.delete(segmentId)
    stretches.push({ chapterId: row.chapterId, from: row.position, count: 1, rows: made })
  }
  stretches.sort((a, b) => a.from - b.from)
  const set = [...deliveries].map(
    ([segmentId, delivery]): { segmentId: string; set: SomeManner } => ({
      segmentId,
      set: { delivery },
    }),
  )
  const words = ofKind(proposals, 'words')
  const cut = new Set(stretches.map(({ from }) => from))
  const ear = ofKind(proposals, 'ear').filter((each) => {
    const manner = rows.get(each.segmentId)?.manner
    return standing(each) && !cut.has(each.position) && !manner?.isSaidByHand && !manner?.isLocked
  })
  // Of several the last one asked about: only one can stand in the files.
  const told =
    project.description === undefined ? ofKind(proposals, 'description').at(-1) : undefined
  const changes: OneChange[] = [
    ...(told ? [{ kind: 'description-told' as const, description: told.change.say }] : []),
    ...ear.flatMap(({ segmentId, change }) => saidInstead(rows.get(segmentId), change.say)),
    ...(set.length > 0 ? [{ kind: 'segments-set' as const, rows: set }] : []),
    ...(words.length > 0
      ? [{ kind: 'dictionary-changed' as const, dictionary: withWords(project, words, newId) }]
      : []),
    ...(people.taken > 0 || cast.length > people.cast.length
      ? [{ kind: 'cast-changed' as const, cast }]
      : []),
    ...people.lines,
    ...(stretches.length > 0 ? [{ kind: 'rows-replaced' as const, stretches, chapters: [] }] : []),
  ]
  if (changes.length === 0) throw fail('not-found', { kind: 'proposal' })
  const ofRows = set.length + stretches.length + ear.length
  const taken = people.taken + (told ? 1 : 0) + ofRows + words.length
  return { change: { kind: 'several', changes }, taken, isCut: stretches.length > 0 }
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
