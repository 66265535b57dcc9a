// A script that is being written, as it grows by what is told of it.
import type { DraftGrowth, WriteDraft } from '../../../contract/index.ts'

/** The draft with what was told of it; null where something in between was missed, and it must be read anew. */
export function grownDraft(
  draft: WriteDraft,
  { revision, at, text, settled }: Omit<DraftGrowth, 'jobId'>,
): WriteDraft | null {
  if (revision <= draft.revision) return draft
  if (revision > draft.revision + 1) return null
  return { ...draft, revision, settled, text: draft.text.slice(0, at) + text }
}
