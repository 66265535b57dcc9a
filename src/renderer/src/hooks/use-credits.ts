// Adds opening and closing credits to the open book, by what its next export would say of it.
import { exportDraftProblems, wishOfDraft } from '../state/export-draft.ts'
import { words } from '../words.ts'
import { useBook } from './use-book.ts'
import { useFace } from './use-face.ts'
import { useSegmentDeeds } from './use-segment-deeds.ts'

export function useCredits(): () => Promise<void> {
  const { connection, exportDrafts, news } = useFace()
  const { finder, projectId, segments, turn } = useBook()
  const { takeBack } = useSegmentDeeds()
  return () =>
    turn.move(async () => {
      const draft = exportDrafts.of(projectId).get()
      const isWrong = Object.keys(exportDraftProblems(draft)).length > 0
      const { tags } = isWrong ? {} : wishOfDraft(draft)
      const args = { projectId, ...(tags && { tags }) }
      const done = news.settle(await connection.call('project.addCredits', args))
      if (done === null) return
      if (done.opening === 'kept' && done.closing === 'kept')
        return void news.tell(words.credits.kept)
      const undo = { label: words.studio.undo, act: () => takeBack(done.revision) }
      news.tell(words.credits.added, undo)
      if (done.ended) news.tell(words.review.ended)
      segments.refresh()
      await finder.refresh()
    })
}
