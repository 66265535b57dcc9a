// Finds who speaks by the book's own words, shows what was found, and gives the lines when told to.
import { useEffect, useRef } from 'react'
import { Button } from '../elements/button.tsx'
import { Modal } from '../elements/modal.tsx'
import modal from '../elements/modal.module.css'
import { Notice } from '../elements/notice.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { useBook } from '../hooks/use-book.ts'
import { useCastFind } from '../hooks/use-cast-find.ts'
import { useFace } from '../hooks/use-face.ts'
import { goTo } from '../state/go-to.ts'
import { failureSentence, words } from '../words.ts'
import styles from './cast-finder.module.css'
import { CastFound } from './cast-found.tsx'

export const CastFinder = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Modal
    open={open}
    wide
    title={words.cast.find}
    description={words.cast.findText}
    closeLabel={words.app.close}
    onClose={onClose}
  >
    {open ? <Finding onClose={onClose} /> : null}
  </Modal>
)

function Finding({ onClose }: { onClose: () => void }) {
  const { news } = useFace()
  const book = useBook()
  const { find, again, take } = useCastFind()
  if (find.state === 'finding')
    return (
      <div className={styles['waiting']}>
        <p>{words.cast.finding}</p>
        <ProgressBar label={words.cast.finding} fraction={null} />
      </div>
    )
  if (find.state === 'failed')
    return (
      <Notice
        tone="danger"
        alert
        actions={
          <Button size="small" onClick={again}>
            {words.cast.again}
          </Button>
        }
      >
        <p>{failureSentence(find.failure)}</p>
      </Notice>
    )
  if (find.state === 'done') return <Taken {...find.taken} onClose={onClose} />
  if (find.found.characters.length === 0)
    return (
      <Notice tone="info">
        <p>{words.cast.foundNobody}</p>
      </Notice>
    )
  return (
    <CastFound
      found={find.found}
      taking={find.state === 'taking'}
      onTake={(characters, confidence) => void take(characters, confidence)}
      onGo={(position) => {
        onClose()
        void goTo(book, news, { kind: 'position', position })
      }}
    />
  )
}

function Taken(props: { lines: number; cut: number; ended: boolean; onClose: () => void }) {
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => close.current?.focus(), [])
  return (
    <>
      <Notice tone="good" title={words.cast.takenTitle} alert>
        <p>{words.cast.taken(props.lines, props.cut)}</p>
        {props.ended ? <p>{words.cast.takenEnded}</p> : null}
        <p>{words.cast.takenNext}</p>
      </Notice>
      <div className={modal['actions']}>
        <Button ref={close} look="primary" onClick={props.onClose}>
          {words.cast.close}
        </Button>
      </div>
    </>
  )
}
