// After an export: where the audiobook is, or why there is none and what helps.
import { CircleAlert, CircleCheck, Download, FolderOpen } from 'lucide-react'
import type { Job, ReadAlongReport } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { Notice } from '../elements/notice.tsx'
import buttons from '../elements/button.module.css'
import { useFace } from '../hooks/use-face.ts'
import { failureSentence, words } from '../words.ts'
import { AcxProof } from './acx-proof.tsx'
import { ExportCopied } from './export-copied.tsx'
import { FinishedFile } from './finished-file.tsx'
import styles from './export-dialog.module.css'

export function ExportEnd({ job, onAgain }: { job: Job; onAgain: () => void }) {
  const { connection, news } = useFace()
  const { host } = connection
  const { result } = job
  if (job.state !== 'done' || result === undefined)
    return (
      <>
        <div className={styles['end']} data-failed role="alert">
          <CircleAlert aria-hidden />
          <strong>{words.export.failedTitle}</strong>
          <p>
            {job.failure === undefined || job.state === 'cancelled'
              ? words.export.cancelled
              : failureSentence(job.failure)}
          </p>
        </div>
        <div className={styles['actions']}>
          <Button look="primary" onClick={onAgain}>
            {words.app.tryAgain}
          </Button>
        </div>
      </>
    )
  const { revealTicket } = result
  // What is to be mended is the first thing to do.
  const main = result.acx?.mending === undefined ? 'primary' : 'outline'
  const fix = async () => {
    // What a browser has fetched is gone from where it was: it needs a new place.
    const isPassing = result.downloadAddress !== undefined
    const ticket = isPassing ? await host.chooseExportTarget(result.file) : undefined
    if (ticket === null) return
    const args = { jobId: job.id, ...(ticket !== undefined && { ticket }) }
    news.settle(await connection.call('export.mend', args))
  }
  return (
    <>
      <div className={styles['end']}>
        <CircleCheck aria-hidden />
        <strong>{words.export.doneTitle}</strong>
        <p>
          <FinishedFile
            name={result.file}
            find={revealTicket === undefined ? null : async () => revealTicket}
            downloadAddress={result.downloadAddress}
          />
        </p>
        <p>
          {words.export.doneText(
            words.duration(result.durationSeconds),
            words.bytes(result.bytes),
            result.chapters,
            result.files ?? 1,
          )}
        </p>
      </div>
      <ExportCopied job={job} />
      {result.missing === undefined ? null : (
        <Notice tone="warn" title={words.export.missingTitle(result.missing)}>
          <Gaps gaps={result.gaps ?? []} />
          <p>{words.export.missingText}</p>
        </Notice>
      )}
      {result.readAlong === undefined ? null : <ReadAlongNotes report={result.readAlong} />}
      {result.acx === undefined ? null : <AcxProof report={result.acx} onFix={() => void fix()} />}
      <div className={styles['actions']}>
        <Button onClick={onAgain}>{words.export.again}</Button>
        {result.downloadAddress === undefined ? null : (
          <a
            className={`${buttons['button']} ${buttons[main]}`}
            href={result.downloadAddress}
            download
          >
            <Download aria-hidden />
            {words.export.download}
          </a>
        )}
        {host.reveal === null || revealTicket === undefined ? null : (
          <Button
            look={main}
            icon={<FolderOpen aria-hidden />}
            onClick={() => void host.reveal?.(revealTicket)}
          >
            {words.export.show}
          </Button>
        )}
      </div>
    </>
  )
}

/** Said only where it is not what one would expect. */
function ReadAlongNotes({ report }: { report: ReadAlongReport }) {
  const { reason, unplaced } = report
  const said = words.export.readAlong
  return (
    <>
      {reason === undefined ? null : (
        <Notice tone="info" title={said.fromText}>
          {said.reasons[reason]}
        </Notice>
      )}
      {unplaced === 0 ? null : <p>{said.unplaced(unplaced)}</p>}
    </>
  )
}

/** So many chapters are named, and the rest is counted. */
const mostNamed = 8

function Gaps({ gaps }: { gaps: NonNullable<NonNullable<Job['result']>['gaps']> }) {
  const more = gaps.length - mostNamed
  return (
    <ul className={styles['gaps']}>
      {gaps.slice(0, mostNamed).map(({ title, missing, whole }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- titles repeat, and the list stays as it is
        <li key={index}>{words.export.gap(title, missing, whole)}</li>
      ))}
      {more > 0 ? <li>{words.export.moreGaps(more)}</li> : null}
    </ul>
  )
}
