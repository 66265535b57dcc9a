// What an empty shelf says: nothing found, nothing archived, all archived; and the way on.
import { Archive, SearchX } from 'lucide-react'
import { Button } from '../elements/button.tsx'
import { Message } from '../elements/message.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import type { ShownBooks } from '../state/shelf.ts'
import { words } from '../words.ts'

export function ShelfEmpty({ shown }: { shown: ShownBooks }) {
  const { shelf } = useFace()
  const view = useStore(shelf)
  const turn = (archived: boolean) => shelf.update((before) => ({ ...before, archived }))
  const { elsewhere } = shown
  if (shown.all > 0)
    return (
      <Message
        icon={<SearchX aria-hidden />}
        title={words.shelf.noMatchTitle}
        text={[
          words.shelf.noMatchText(view.search),
          ...(elsewhere > 0 && !view.archived ? [words.shelf.noMatchElsewhere(elsewhere)] : []),
        ].join(' ')}
      >
        <Button onClick={() => shelf.update((before) => ({ ...before, search: '' }))}>
          {words.shelf.clear}
        </Button>
        {elsewhere > 0 && !view.archived ? (
          <Button onClick={() => turn(true)}>{words.shelf.showArchived}</Button>
        ) : null}
      </Message>
    )
  return (
    <Message
      icon={<Archive aria-hidden />}
      title={view.archived ? words.shelf.emptyArchiveTitle : words.shelf.allArchivedTitle}
      text={view.archived ? words.shelf.emptyArchiveText : words.shelf.allArchivedText}
    >
      <Button onClick={() => turn(!view.archived)}>
        {view.archived ? words.shelf.back : words.shelf.showArchived}
      </Button>
    </Message>
  )
}
