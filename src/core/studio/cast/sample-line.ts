// Which of a character's lines lets its voice be heard best.
import type { StoredSegment } from '../../ports/projects.ts'

/** Letters: shorter ones say too little, longer ones take too long. */
const least = 40
const most = 160

/** The first of a good length, else the one that is nearest to it; null where nothing is said in any. */
export function sampleLine(rows: readonly StoredSegment[]): StoredSegment | null {
  const said = rows.filter(({ spoken, leftOut }) => spoken.length > 0 && !leftOut)
  const [best] = said.toSorted((a, b) => amiss(a) - amiss(b))
  return best ?? null
}

const amiss = ({ text }: StoredSegment): number => {
  const letters = text.trim().length
  return Math.max(0, least - letters, letters - most)
}
