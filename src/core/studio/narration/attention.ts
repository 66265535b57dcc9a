// Where a person listens and looks, per project: what they wait for is spoken before the rest.
import type { Haste } from '../../ports/speech.ts'
import type { Attention, Range } from './pending-window.ts'

/**
 * Segments from the play-head on that go before everything a person sees: some two minutes of speech,
 * more than the player fetches ahead, so that whoever listens never waits for whoever reads.
 */
const nearSegments = 12

export type Attentions = {
  of(projectId: string): Attention
  moveHead(projectId: string, position: number): void
  /** Rows are elsewhere now: where somebody listens and looks is not known until it is told again. */
  forget(projectId: string): void
  /** Null: the page has left the book. */
  see(projectId: string, rows: Range | null): void
}

/** `isWatched`: whether any page is open; rows that were seen on one that is gone count no more. */
export function createAttentions(isWatched: () => boolean): Attentions {
  const heads = new Map<string, number>()
  const views = new Map<string, Range>()
  return {
    of: (projectId) => ({
      head: heads.get(projectId) ?? null,
      near: nearSegments,
      seen: isWatched() ? (views.get(projectId) ?? null) : null,
    }),
    forget(projectId) {
      heads.delete(projectId)
      views.delete(projectId)
    },
    moveHead: (projectId, position) => void heads.set(projectId, position),
    see(projectId, rows) {
      if (rows) views.set(projectId, rows)
      else views.delete(projectId)
    },
  }
}

/** How soon a segment at this position is wanted. */
export function hasteAt({ head, near, seen }: Attention, position: number): Haste {
  if (head !== null && position >= head && position < head + near) return 'next'
  return seen && position >= seen.from && position < seen.to ? 'seen' : 'rest'
}
