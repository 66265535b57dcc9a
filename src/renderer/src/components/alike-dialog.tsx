// To whom everything goes that the chosen row's speaker says: by key or pointer.
import { type KeyboardEvent, useRef, useSyncExternalStore } from 'react'
import { ColourDot } from '../elements/colour-dot.tsx'
import { KeyCaps } from '../elements/key-caps.tsx'
import { Modal } from '../elements/modal.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { speakerName, useCastDeeds } from '../hooks/use-cast-deeds.ts'
import { useSelected } from '../hooks/use-store.ts'
import { words } from '../words.ts'
import styles from './alike-dialog.module.css'

export function AlikeDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { segments, selection } = useBook()
  const { cast } = useProject().project
  const deeds = useCastDeeds()
  const first = useRef<HTMLButtonElement>(null)
  const position = useSelected(selection, (now) => now.position)
  const row = useSyncExternalStore(segments.subscribe, () => segments.row(position))
  const from = row?.manner?.speaker ?? null
  const choices = [
    ...cast.map(({ id, name, colour }, index) => ({ id, name, colour, digit: index + 1 })),
    { id: null, name: words.desk.narrator, colour: null, digit: 0 },
  ].filter(({ id }) => id !== from)
  const give = (to: string | null) => {
    onClose()
    void deeds.giveAlike(to)
  }
  const press = (event: KeyboardEvent) => {
    const choice = choices.find(({ digit }) => digit < 10 && String(digit) === event.key)
    if (choice === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    give(choice.id)
  }
  return (
    <Modal
      open={open}
      title={words.cast.alikeTitle(speakerName(cast, from))}
      description={words.cast.alikeText}
      closeLabel={words.app.close}
      first={first}
      onClose={onClose}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- its buttons have the keys too */}
      <div className={styles['choices']} onKeyDown={press}>
        {choices.map(({ id, name, colour, digit }, index) => (
          <button
            key={id ?? ''}
            ref={index === 0 ? first : undefined}
            type="button"
            className={styles['choice']}
            onClick={() => give(id)}
          >
            <ColourDot colour={colour} />
            <span className={styles['name']} dir="auto">
              {name}
            </span>
            {digit < 10 ? <KeyCaps caps={[String(digit)]} /> : null}
          </button>
        ))}
      </div>
    </Modal>
  )
}
