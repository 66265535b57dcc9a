// Export: what will be written, how far it is, what came of it.
import { useState } from 'react'
import { exportName, type ExportWish } from '../../../contract/index.ts'
import { Modal } from '../elements/modal.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { isActive, latestJob } from '../state/jobs.ts'
import { words } from '../words.ts'
import { ExportChoice } from './export-choice.tsx'
import { ExportEnd } from './export-end.tsx'
import { ExportRunning } from './export-running.tsx'

export function ExportDialog() {
  const { connection, jobs, news } = useFace()
  const { exporting } = useBook()
  const { project } = useProject()
  const open = useStore(exporting.open)
  /** Exports whose end was seen: the dialog offers a new one. */
  const [seen, setSeen] = useState<string | null>(null)
  const job = latestJob(useStore(jobs), 'export', project.id)
  const shown = job !== null && job.id !== seen ? job : null

  const start = async (
    wish: ExportWish,
    { cover: picture, isCopied }: { cover: File | null; isCopied: boolean },
  ) => {
    const { host } = connection
    const cover = picture && news.settle(await host.ticketForFile(picture))
    if (picture !== null && cover === null) return
    const title = wish.tags?.title ?? (project.title || words.library.untitled)
    const ticket = await host.chooseExportTarget(exportName(title, wish, host.door === 'web'))
    if (ticket === null) return
    const args = {
      ...{ projectId: project.id, ticket, ...wish },
      ...(cover !== null && { cover }),
      ...(isCopied && { copyTo: 'remembered' as const }),
    }
    news.settle(await connection.call('export.start', args))
  }
  const close = () => {
    if (shown !== null && !isActive(shown) && shown.state !== 'done') setSeen(shown.id)
    exporting.close()
  }
  return (
    <Modal open={open} wide title={words.export.title} closeLabel={words.app.close} onClose={close}>
      {shown === null ? (
        <ExportChoice onExport={(...chosen) => void start(...chosen)} onClose={close} />
      ) : isActive(shown) ? (
        <ExportRunning job={shown} onClose={close} />
      ) : (
        <ExportEnd job={shown} onAgain={() => setSeen(shown.id)} />
      )}
    </Modal>
  )
}
