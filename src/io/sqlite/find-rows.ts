// Looks through the rows of a book where they are: only places travel.
import type { RowFilter, SomeManner } from '../../contract/index.ts'
import { expressionOf } from '../../contract/text-match.ts'
import type { ProjectsPrepared } from './projects-prepared.ts'

/** Rows in memory at a time. */
const pageSize = 1000

type Searched = Pick<ProjectsPrepared['segments'], 'searched' | 'nextPosition'>
type Row = ReturnType<Searched['searched']['all']>[number]

export function findRows(
  segments: Searched,
  projectId: string,
  filter: RowFilter,
): { positions: number[]; matches: number } {
  const { query } = filter
  const expression = query && expressionOf(query)
  const total = segments.nextPosition.get({ projectId })?.position ?? 0
  const positions: number[] = []
  let matches = 0
  for (let from = 0; from < total; from += pageSize)
    for (const row of segments.searched.all({ projectId, from, before: from + pageSize })) {
      if (!isOfState(row, filter) || !isSaidBy(row, filter)) continue
      const found = expression ? [...row.text.matchAll(expression)].length : 1
      if (found === 0) continue
      positions.push(row.position)
      if (expression) matches += found
    }
  return { positions, matches }
}

const mannerOf = ({ manner }: Row): SomeManner =>
  manner === null ? {} : (JSON.parse(manner) as SomeManner)

function isOfState(row: Row, { state }: RowFilter): boolean {
  switch (state) {
    case undefined:
      return true
    case 'flagged':
      return row.flagged === 1
    case 'edited':
      return row.edited === 1
    case 'marked':
      return typeof mannerOf(row).mark === 'string'
    default:
      return row.state === state
  }
}

const isSaidBy = (row: Row, { speaker }: RowFilter): boolean =>
  speaker === undefined || (mannerOf(row).speaker ?? null) === speaker
