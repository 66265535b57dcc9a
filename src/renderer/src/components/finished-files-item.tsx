// The item of a book's menu that shows its finished files.
import { FolderOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ProjectSummary, Ticket } from '../../../contract/index.ts'
import { MenuItem } from '../elements/menu.tsx'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'

/** Where the door can show them; the last one that is still there. */
export function FinishedFilesItem({ book }: { book: ProjectSummary }) {
  const { connection, news } = useFace()
  const { host } = connection
  const [exportId, setExportId] = useState<string | null>(null)
  useEffect(() => {
    if (host.reveal === null) return
    void connection.call('export.history', { projectId: book.id }).then((reply) => {
      const known = reply.ok ? reply.value.exports : []
      setExportId(known.find(({ place }) => place === 'there')?.id ?? null)
    })
  }, [connection, host, book.id])
  if (host.reveal === null) return null
  const show = async (id: string) => {
    const wish = { projectId: book.id, exportId: id }
    const found: { ticket: Ticket } | null = news.settle(await connection.call('export.find', wish))
    if (found) await host.reveal?.(found.ticket)
  }
  return (
    <MenuItem
      icon={<FolderOpen aria-hidden />}
      disabled={exportId === null}
      onClick={() => (exportId === null ? undefined : void show(exportId))}
    >
      {exportId === null ? words.shelf.noFiles : words.shelf.showFiles}
    </MenuItem>
  )
}
