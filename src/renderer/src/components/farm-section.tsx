// The farm: what it is and the way to one, or how the one that is set is.
import { Network } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import { Button } from '../elements/button.tsx'
import card from '../elements/card.module.css'
import { Notice } from '../elements/notice.tsx'
import { farmWords as say } from '../farm-words.ts'
import { useStore } from '../hooks/use-store.ts'
import { useWatched } from '../hooks/use-watched.ts'
import { mirrorFarm } from '../state/farm.ts'
import { workerCommand } from '../state/farm-figures.ts'
import { failureSentence, words } from '../words.ts'
import { FarmCard } from './farm-card.tsx'
import { FarmForm } from './farm-form.tsx'
import styles from './farm-section.module.css'

export function FarmSection() {
  const mirror = useWatched(mirrorFarm)
  const { view, failure } = useStore(mirror)
  const [isChanging, setChanging] = useState(false)
  /** The form gives way to the button that opens it: then that has the focus. */
  const wasChanging = useRef(false)
  const opener = useCallback((button: HTMLButtonElement | null) => {
    if (button !== null && wasChanging.current) button.focus()
    if (button !== null) wasChanging.current = false
  }, [])
  const change = () => {
    wasChanging.current = true
    setChanging(true)
  }
  return (
    <section className={card['section']} aria-labelledby="farm">
      <header className={card['head']}>
        <div>
          <h2 className={card['title']} id="farm">
            {say.title}
          </h2>
          <p className={card['text']}>{say.text}</p>
        </div>
      </header>
      {failure === null ? null : <Notice tone="danger">{failureSentence(failure)}</Notice>}
      {view === null && failure === null ? (
        <p className={card['text']}>{words.app.loading}</p>
      ) : null}
      {view !== null && isChanging ? (
        <FarmForm {...{ mirror, view }} onDone={() => setChanging(false)} />
      ) : null}
      {view === null || view.settings === null || isChanging ? null : (
        <FarmCard {...{ mirror, view }} changeRef={opener} onChange={change} />
      )}
      {view === null || view.settings !== null || isChanging ? null : (
        <div className={card['empty']}>
          <Network aria-hidden />
          <strong>{say.emptyTitle}</strong>
          <p>{say.emptyText}</p>
          <code className={styles['command']}>{workerCommand('URL')}</code>
          <Button ref={opener} onClick={change}>
            {say.setUp}
          </Button>
        </div>
      )}
    </section>
  )
}
