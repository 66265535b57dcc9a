// What can be done with a book: one menu for all cards, opened by their buttons or where they are pointed at.
import { Menu } from '@base-ui/react/menu'
import {
  Archive,
  ArchiveRestore,
  BookOpen,
  Copy,
  FolderOpen,
  ListMinus,
  ListPlus,
  PackageOpen,
  PencilLine,
  Trash2,
} from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { isQueued, type ProjectSummary, type Ticket } from '../../../contract/index.ts'
import menu from '../elements/menu.module.css'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import type { ShelfDeeds } from '../hooks/use-shelf-deeds.ts'
import { titleOf } from '../hooks/use-shelf-deeds.ts'
import { words } from '../words.ts'

/** Joins the cards' buttons to the menu. */
export const bookMenu = Menu.createHandle<ProjectSummary>()

export const menuButtonId = (book: ProjectSummary): string => `book-menu-${book.id}`

export type Point = { x: number; y: number }

export function BookMenu(props: {
  deeds: ShelfDeeds
  /** Where it was pointed at; null: at the button. */
  at: Point | null
  onDescribe: (book: ProjectSummary) => void
  onClosed: () => void
  /** Before its card goes: somebody else must have the focus. */
  onLeaving: (book: ProjectSummary) => void
}) {
  const { at } = props
  return (
    <Menu.Root
      handle={bookMenu}
      onOpenChangeComplete={(open) => (open ? undefined : props.onClosed())}
    >
      {({ payload: book }) => (
        <Menu.Portal>
          <Menu.Positioner
            sideOffset={at ? 0 : 6}
            align={at ? 'start' : 'end'}
            {...(at && { anchor: { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) } })}
          >
            <Menu.Popup className={menu['popup']}>
              {book ? <Items {...props} book={book} /> : null}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      )}
    </Menu.Root>
  )
}

function Items({
  book,
  deeds,
  onDescribe,
  onLeaving,
}: {
  book: ProjectSummary
  deeds: ShelfDeeds
  onDescribe: (book: ProjectSummary) => void
  onLeaving: (book: ProjectSummary) => void
}) {
  const item = (label: string, icon: ReactNode, act: () => void) => (
    <Menu.Item className={menu['item']} onClick={act}>
      <span className={menu['mark']}>{icon}</span>
      {label}
    </Menu.Item>
  )
  const leave = (act: () => Promise<void>) => () => {
    onLeaving(book)
    void act()
  }
  return (
    <>
      {item(words.shelf.open, <BookOpen aria-hidden />, () => deeds.open(book))}
      {item(words.shelf.describe, <PencilLine aria-hidden />, () => onDescribe(book))}
      <Menu.Separator className={menu['line']} />
      <QueueItem book={book} />
      <Menu.Separator className={menu['line']} />
      {item(words.shelf.duplicate, <Copy aria-hidden />, () => void deeds.duplicate(book))}
      {item(words.shelf.save, <PackageOpen aria-hidden />, () => void deeds.save(book))}
      <FinishedFiles book={book} />
      <Menu.Separator className={menu['line']} />
      {book.archived
        ? item(
            words.shelf.putBack,
            <ArchiveRestore aria-hidden />,
            leave(() => deeds.archive(book, false)),
          )
        : item(
            words.shelf.archive,
            <Archive aria-hidden />,
            leave(() => deeds.archive(book, true)),
          )}
      {item(
        words.shelf.remove,
        <Trash2 aria-hidden />,
        leave(() => deeds.remove(book)),
      )}
    </>
  )
}

function QueueItem({ book }: { book: ProjectSummary }) {
  const { queue } = useFace()
  const entry = useStore(queue).entries.find(({ projectId }) => projectId === book.id)
  const isIn = entry !== undefined && (isQueued(entry) || entry.state === 'held')
  return (
    <Menu.Item
      className={menu['item']}
      onClick={() => void (isIn ? queue.remove([book.id]) : queue.add([book]))}
    >
      <span className={menu['mark']}>
        {isIn ? <ListMinus aria-hidden /> : <ListPlus aria-hidden />}
      </span>
      {isIn ? words.queue.takeOut : words.queue.add}
    </Menu.Item>
  )
}

/** Where the door can show them; the last one that is still there. */
function FinishedFiles({ book }: { book: ProjectSummary }) {
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
    <Menu.Item
      className={menu['item']}
      disabled={exportId === null}
      onClick={() => (exportId === null ? undefined : void show(exportId))}
    >
      <span className={menu['mark']}>
        <FolderOpen aria-hidden />
      </span>
      {exportId === null ? words.shelf.noFiles : words.shelf.showFiles}
    </Menu.Item>
  )
}

export const menuLabel = (book: ProjectSummary): string => words.shelf.actions(titleOf(book))
