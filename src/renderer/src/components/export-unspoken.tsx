// Says what is still to be spoken and would be left out, and offers to speak it first.
import { Mic } from 'lucide-react'
import type { ExportEstimate } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { Notice } from '../elements/notice.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { activeJob } from '../state/jobs.ts'
import { words } from '../words.ts'

export function ExportUnspoken({
  estimate,
  onClose,
}: {
  estimate: ExportEstimate | null
  onClose: () => void
}) {
  const { jobs } = useFace()
  const { narration } = useBook()
  const { project } = useProject()
  const job = activeJob(useStore(jobs), 'speech', project.id)
  if (!project.chapters.some((chapter) => chapter.spoken))
    return <Notice tone="warn" title={words.export.nothing} />
  if (estimate === null || estimate.missing === 0) return null
  const { missing, missingChapters, chapters } = estimate
  const narrate = () => {
    onClose()
    void narration.want({ kind: 'ticked' })
  }
  return (
    <Notice
      tone="warn"
      title={words.export.unspokenTitle(missing)}
      actions={
        job === null ? (
          <Button look="primary" size="small" icon={<Mic aria-hidden />} onClick={narrate}>
            {words.export.narrateFirst}
          </Button>
        ) : undefined
      }
    >
      <p>
        {chapters === 0 ? words.export.nothingReady : words.export.unspokenText(missingChapters)}
        {job === null
          ? ''
          : ` ${words.export.narrating[job.state === 'paused' ? 'paused' : 'running']}`}
      </p>
    </Notice>
  )
}
