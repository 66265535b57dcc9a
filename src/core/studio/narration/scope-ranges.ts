// Which positions of a book a speech job is about.
import type { Project, SpeechScope } from '../../../contract/index.ts'
import { assertNever } from '../../base/invariant.ts'
import type { ProjectStore } from '../../ports/projects.ts'
import type { Range } from './pending-window.ts'

/** Ascending ranges of positions. Unknown ids are left out. */
export async function rangesOf(
  project: Project,
  scope: SpeechScope,
  projects: Pick<ProjectStore, 'segmentsById' | 'find'>,
): Promise<Range[]> {
  switch (scope.kind) {
    case 'ticked':
      return rangesOfChapters(project, (chapter) => chapter.spoken)
    case 'chapters': {
      const ids = new Set(scope.chapterIds)
      return rangesOfChapters(project, (chapter) => ids.has(chapter.id))
    }
    case 'segments': {
      const segments = await projects.segmentsById(project.id, scope.segmentIds)
      return segments
        .map(({ position }) => ({ from: position, to: position + 1 }))
        .sort((a, b) => a.from - b.from)
    }
    case 'stale': {
      const stale = await projects.find(project.id, { state: 'stale' })
      const edited = new Set((await projects.find(project.id, { state: 'edited' })).positions)
      const waiting = await projects.find(project.id, { state: 'waiting' })
      // Cut or joined by hand: what nobody has touched waits for its own narration.
      const cut = waiting.positions.filter((position) => edited.has(position))
      return rangesOfPositions([...stale.positions, ...cut].toSorted((a, b) => a - b))
    }
    default:
      return assertNever(scope)
  }
}

/** Ascending positions, those that follow each other as one range. */
function rangesOfPositions(positions: readonly number[]): Range[] {
  const ranges: Range[] = []
  for (const position of positions) {
    const last = ranges.at(-1)
    if (last?.to === position) last.to = position + 1
    else ranges.push({ from: position, to: position + 1 })
  }
  return ranges
}

function rangesOfChapters(
  project: Project,
  wanted: (chapter: Project['chapters'][number]) => boolean,
): Range[] {
  return project.chapters
    .filter(wanted)
    .map(({ firstPosition, segments }) => ({ from: firstPosition, to: firstPosition + segments }))
    .filter(({ from, to }) => to > from)
}

export const sizeOf = (ranges: readonly Range[]): number =>
  ranges.reduce((sum, { from, to }) => sum + to - from, 0)
