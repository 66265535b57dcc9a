// Writes what is spoken for a segment. Saving spends nothing; Ctrl+Enter saves and speaks.
import { useState } from 'react'
import type { SegmentRow } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { useSegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { useTakeDeeds } from '../hooks/use-take-deeds.ts'
import { words } from '../words.ts'
import styles from './spoken-editor.module.css'
import { TextBox } from './text-box.tsx'

/** Back to the list, so that its keys go on working where they did. */
const leaveTo = () => document.querySelector<HTMLElement>('[role="grid"]')?.focus()

export function SpokenEditor(props: {
  row: SegmentRow
  isSaidByHand: boolean
  onClose: () => void
}) {
  const { row, isSaidByHand } = props
  const deeds = useTakeDeeds()
  const segmentDeeds = useSegmentDeeds()
  const before = row.spokenText ?? row.text.trim()
  const [text, setText] = useState(before)
  const leave = () => {
    props.onClose()
    leaveTo()
  }
  const save = async (said: string | null, speak: boolean) => {
    const isSame = said !== null && said.trim() === before.trim()
    if (!isSame && !(await deeds.say(row, said))) return
    if (speak) await segmentDeeds.speakAgain(row.id)
    leave()
  }
  return (
    <div className={styles['editor']}>
      <TextBox
        label={words.takes.words.sayName}
        rows={4}
        className={styles['text']}
        value={text}
        onChange={setText}
        onSave={(speak) => void save(text, speak)}
        onLeave={leave}
      />
      <p className={styles['hint']}>{words.takes.words.sayHint}</p>
      <div className={styles['deeds']}>
        <Button size="small" onClick={() => void save(text, false)}>
          {words.segments.save}
        </Button>
        <Button size="small" look="primary" onClick={() => void save(text, true)}>
          {words.segments.saveAndSpeak}
        </Button>
        {isSaidByHand ? (
          <Button size="small" look="quiet" onClick={() => void save(null, false)}>
            {words.takes.words.backToRules}
          </Button>
        ) : null}
        <Button size="small" look="quiet" onClick={leave}>
          {words.app.cancel}
        </Button>
      </div>
    </div>
  )
}
