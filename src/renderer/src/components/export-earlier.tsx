// What was exported of the book before, over restarts too, the last first, with the way to it.
import { FolderOpen } from 'lucide-react'
import { Button } from '../elements/button.tsx'
import { Fold } from '../elements/fold.tsx'
import { useProject } from '../hooks/use-book.ts'
import { useExportHistory } from '../hooks/use-export-history.ts'
import { useFace } from '../hooks/use-face.ts'
import { useNow } from '../hooks/use-now.ts'
import { words } from '../words.ts'
import { FinishedFile } from './finished-file.tsx'
import styles from './export-dialog.module.css'

export function ExportEarlier() {
  const { connection, news } = useFace()
  const { project } = useProject()
  const now = useNow()
  const exports = useExportHistory()
  const { reveal } = connection.host
  if (exports.length === 0) return null
  const find = async (exportId: string) => {
    const args = { projectId: project.id, exportId }
    return news.settle(await connection.call('export.find', args))?.ticket ?? null
  }
  const show = async (exportId: string) => {
    const ticket = await find(exportId)
    if (ticket !== null) await reveal?.(ticket)
  }
  return (
    <Fold
      className={styles['fold']}
      summary={
        <>
          <span>{words.export.earlier}</span>
          <span className={styles['said']}>{exports[0]?.name}</span>
        </>
      }
    >
      <ul className={styles['earlier']}>
        {exports.map((past) => (
          <li key={past.id}>
            <FinishedFile
              name={past.name}
              find={past.place === 'there' ? () => find(past.id) : null}
            />
            <small>{words.export.earlierText(past, (now - past.finishedAt) / 1000)}</small>
            {past.place === 'gone' ? <small>{words.export.gone}</small> : null}
            {reveal === null || past.place !== 'there' ? null : (
              <Button
                size="small"
                icon={<FolderOpen aria-hidden />}
                aria-label={words.export.showNamed(past.name)}
                onClick={() => void show(past.id)}
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
