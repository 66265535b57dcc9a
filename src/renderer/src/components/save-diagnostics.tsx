// A button that saves what helps with trouble: figures and the log, nothing of the person's books.
import { LifeBuoy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../elements/button.tsx'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'
import styles from './about.module.css'

export function SaveDiagnostics() {
  const { connection, news } = useFace()
  const { host } = connection
  const [busy, setBusy] = useState(false)
  const say = words.settings.diagnostics
  const save = async () => {
    const ticket = await host.chooseExportTarget(say.file)
    if (ticket === null) return
    const saved = news.settle(await connection.call('diagnostics.save', { ticket }))
    if (saved === null) return
    const { file, downloadAddress, revealTicket } = saved
    if (downloadAddress !== undefined)
      news.tell(say.saved(file), { label: words.shelf.download, download: downloadAddress })
    else if (revealTicket !== undefined && host.reveal !== null)
      news.tell(say.saved(file), {
        label: words.shelf.reveal,
        act: () => void host.reveal?.(revealTicket),
      })
    else news.tell(say.saved(file))
  }
  return (
    <div className={styles['diagnostics']}>
      <p>{say.text}</p>
      <Button
        icon={<LifeBuoy aria-hidden />}
        disabled={busy}
        onClick={() => {
          setBusy(true)
          void save().finally(() => setBusy(false))
        }}
      >
        {say.save}
      </Button>
    </div>
  )
}
