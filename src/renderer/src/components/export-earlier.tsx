// What was exported of the book since the studio was started, the last first, with the way to it.
import { FolderOpen } from 'lucide-react'
import { Button } from '../elements/button.tsx'
import { Fold } from '../elements/fold.tsx'
import { useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useNow } from '../hooks/use-now.ts'
import { useStore } from '../hooks/use-store.ts'
import { finishedExports } from '../state/jobs.ts'
import { words } from '../words.ts'
import styles from './export-dialog.module.css'

const mostShown = 5

export function ExportEarlier() {
  const { jobs, connection } = useFace()
  const { project } = useProject()
  const now = useNow()
  const { host } = connection
  const exports = finishedExports(useStore(jobs), project.id).slice(0, mostShown)
  if (exports.length === 0) return null
  return (
    <Fold
      className={styles['fold']}
      summary={
        <>
          <span>{words.export.earlier}</span>
          <span className={styles['said']}>{exports[0]?.result.file}</span>
        </>
      }
    >
      <ul className={styles['earlier']}>
        {exports.map(({ id, result, startedAt }) => (
          <li key={id}>
            <span className={styles['file']}>{result.file}</span>
            <small>
              {words.export.earlierText(
                words.bytes(result.bytes),
                result.files ?? 1,
                (now - startedAt) / 1000,
              )}
            </small>
            {host.reveal === null || result.revealTicket === undefined ? null : (
              <Button
                size="small"
                icon={<FolderOpen aria-hidden />}
                onClick={() => void host.reveal?.(result.revealTicket ?? '')}
              >
                {words.export.show}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Fold>
  )
}
