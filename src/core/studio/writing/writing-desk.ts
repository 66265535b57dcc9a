// What all writings of a studio share: their drafts, for as long as anybody may look at them.
import { fail } from '../../base/failure-error.ts'
import type { Draft } from './draft.ts'

/** Drafts of writings that are over are kept for those who look again: so many. */
const keptDrafts = 5

export type WritingDesk = {
  add(jobId: string, draft: Draft): void
  /** Fails with `not-found`. */
  draft(jobId: string): Draft
  /** By what was asked for: the job that does it now. */
  underWay: Map<string, string>
}

export function createWritingDesk(): WritingDesk {
  const drafts = new Map<string, Draft>()
  const underWay = new Map<string, string>()
  return {
    underWay,
    add(jobId, draft) {
      drafts.set(jobId, draft)
      const running = new Set(underWay.values())
      const over = [...drafts.keys()].filter((id) => !running.has(id) && id !== jobId)
      for (const id of over.slice(0, Math.max(0, over.length - keptDrafts))) drafts.delete(id)
    },
    draft(jobId) {
      const draft = drafts.get(jobId)
      if (!draft) throw fail('not-found', { kind: 'job' })
      return draft
    },
  }
}
