// The item of a book's menu that shows its finished files.
import { FolderOpen } from 'lucide-react'
import type { ProjectSummary, Ticket } from '../../../contract/index.ts'
import { MenuItem } from '../elements/menu.tsx'
import { useAnswer } from '../hooks/use-answer.ts'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'

/** Where the door can show them; the last one that is still there. */
export function FinishedFilesItem({ book }: { book: ProjectSummary }) {
  const { connection, news } = useFace()
  const { host } = connection
  const asked = host.reveal === null ? null : { projectId: book.id }
  const known = useAnswer('export.history', asked).value?.exports ?? []
  const exportId = known.find(({ place }) => place === 'there')?.id ?? null
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
