// What every kind of the script is: what a model would be asked about a book, and what follows from its answers.
import type { Project, Proposal } from '../../../../contract/index.ts'
import type { StudioParts } from '../../studio-parts.ts'
import type { KeptAnswers } from '../kept-answers.ts'
import type { PlacedItem } from '../placed-item.ts'

export type KindWish = {
  parts: Pick<StudioParts, 'context' | 'dictionary' | 'script'>
  project: Project
  /** Undefined: the ticked ones. */
  chapterIds: readonly string[] | undefined
  signal: AbortSignal
}

/** Of one chapter, or of the whole book where that is asked about as one. */
export type ChapterOfKind = {
  asked: readonly PlacedItem[]
  /** What the book's own words and these answers propose; null for what needs none. */
  proposals(answers: KeptAnswers): readonly (Proposal | null)[]
}

export type KindOfScript = (wish: KindWish) => Promise<{
  /** Whom a model is told of, and may name. */
  characters: readonly string[]
  chapters: AsyncIterable<ChapterOfKind>
}>
