// What became of an export's copy: where it is, or why it is missing and how it is made after all.
import type { Job } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { Notice } from '../elements/notice.tsx'
import { useFace } from '../hooks/use-face.ts'
import { failureSentence, words } from '../words.ts'

export function ExportCopied({ job }: { job: Job }) {
  const { connection, news } = useFace()
  const copy = job.result?.copy
  if (copy === undefined) return null
  const { folder, failure } = copy
  if (failure === undefined) return <p>{words.export.copied(folder)}</p>
  const again = async () =>
    news.settle(await connection.call('export.copyAgain', { jobId: job.id }))
  return (
    <Notice
      tone="warn"
      alert
      title={words.export.copyMissing(folder)}
      actions={
        <Button size="small" onClick={() => void again()}>
          {words.app.tryAgain}
        </Button>
      }
    >
      <p>{words.export.copyTroubles[failure.code] ?? failureSentence(failure)}</p>
    </Notice>
  )
}
