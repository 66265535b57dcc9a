// What can be done with a book: one menu for all cards, opened by their buttons or where they are pointed at.
import { Menu } from '@base-ui/react/menu'
import {
  Archive,
  ArchiveRestore,
  BookOpen,
  Copy,
  ListMinus,
  ListPlus,
  PackageOpen,
  PencilLine,
  Trash2,
} from 'lucide-react'
import { isQueued, type ProjectSummary } from '../../../contract/index.ts'
import { MenuItem, MenuLine, MenuPopup } from '../elements/menu.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import type { ShelfDeeds } from '../hooks/use-shelf-deeds.ts'
import { titleOf } from '../hooks/use-shelf-deeds.ts'
import { words } from '../words.ts'
import { FinishedFilesItem } from './finished-files-item.tsx'

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
        <MenuPopup
          {...(at && {
            sideOffset: 0,
            align: 'start' as const,
            anchor: { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) },
          })}
        >
          {book ? <Items {...props} book={book} /> : null}
        </MenuPopup>
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
  const leave = (act: () => Promise<void>) => () => {
    onLeaving(book)
    void act()
  }
  return (
    <>
      <MenuItem icon={<BookOpen aria-hidden />} onClick={() => deeds.open(book)}>
        {words.shelf.open}
      </MenuItem>
      <MenuItem icon={<PencilLine aria-hidden />} onClick={() => onDescribe(book)}>
        {words.shelf.describe}
      </MenuItem>
      <MenuLine />
      <QueueItem book={book} />
      <MenuLine />
      <MenuItem icon={<Copy aria-hidden />} onClick={() => void deeds.duplicate(book)}>
        {words.shelf.duplicate}
      </MenuItem>
      <MenuItem icon={<PackageOpen aria-hidden />} onClick={() => void deeds.save(book)}>
        {words.shelf.save}
      </MenuItem>
      <FinishedFilesItem book={book} />
      <MenuLine />
      <MenuItem
        icon={book.archived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
        onClick={leave(() => deeds.archive(book, !book.archived))}
      >
        {book.archived ? words.shelf.putBack : words.shelf.archive}
      </MenuItem>
      <MenuItem icon={<Trash2 aria-hidden />} onClick={leave(() => deeds.remove(book))}>
        {words.shelf.remove}
      </MenuItem>
    </>
  )
}

function QueueItem({ book }: { book: ProjectSummary }) {
  const { queue } = useFace()
  const entry = useStore(queue).entries.find(({ projectId }) => projectId === book.id)
  const isIn = entry !== undefined && (isQueued(entry) || entry.state === 'held')
  return (
    <MenuItem
      icon={isIn ? <ListMinus aria-hidden /> : <ListPlus aria-hidden />}
      onClick={() => void (isIn ? queue.remove([book.id]) : queue.add([book]))}
    >
      {isIn ? words.queue.takeOut : words.queue.add}
    </MenuItem>
  )
}

export const menuLabel = (book: ProjectSummary): string => words.shelf.actions(titleOf(book))
