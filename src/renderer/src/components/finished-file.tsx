// The name of a finished file, by which it is dragged out of the window. The keyboard has "Show in folder".
import type { DragEvent } from 'react'
import type { Ticket } from '../../../contract/index.ts'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'
import styles from './export-dialog.module.css'

/** `find`: null where the file is not there any more, or never was on this computer. */
export function FinishedFile({
  name,
  find,
  downloadAddress,
}: {
  name: string
  find: (() => Promise<Ticket | null>) | null
  downloadAddress?: string | undefined
}) {
  const { dragOut } = useFace().connection.host
  const isFile = dragOut !== null && find !== null
  if (!isFile && downloadAddress === undefined)
    return <span className={styles['file']}>{name}</span>
  const start = async (event: DragEvent) => {
    if (!isFile) {
      // Chromium fetches it to where it is dropped; other browsers drop the address.
      const address = new URL(downloadAddress ?? '', location.href).href
      event.dataTransfer.setData('DownloadURL', `application/octet-stream:${name}:${address}`)
      return
    }
    // The door goes on with it: a page can only drag what it has made itself.
    event.preventDefault()
    const ticket = await find()
    if (ticket !== null) await dragOut(ticket)
  }
  return (
    <span
      className={styles['file']}
      title={words.export.drag}
      draggable
      onDragStart={(event) => void start(event)}
    >
      {name}
    </span>
  )
}
