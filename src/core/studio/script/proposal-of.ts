// A proposal, named after what it is about: another name once that has changed.
import type { Proposal, ProposedChange } from '../../../contract/index.ts'
import { digestJson, type Json } from '../../base/digest.ts'
import type { Place } from './placed-item.ts'

export const proposalOf = (
  place: Place,
  source: Proposal['source'],
  confidence: number,
  change: ProposedChange,
): Proposal => ({
  key: digestJson(nameOf(place, change)),
  ...place,
  source,
  confidence,
  change,
})

/** A word, a character and the book are the same wherever they are met; all else is of its row as that is now. */
function nameOf({ segmentId, text }: Place, change: ProposedChange): Json {
  if (change.kind === 'people' || change.kind === 'description') return change
  if (change.kind !== 'words') return { change: change as Json, segmentId, text }
  const { kind, word, say, ipa = '' } = change
  return { kind, word, say, ipa }
}
