// Writes what is spoken for a segment. Saving spends nothing; Ctrl+Enter saves and speaks; leaving it otherwise saves too.
import type { SegmentRow } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { useSegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { useTakeDeeds } from '../hooks/use-take-deeds.ts'
import { useWriting } from '../hooks/use-writing.ts'
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
  const keep = (speak: boolean) => async (text: string, before: string) => {
    if (text.trim() !== before.trim() && !(await deeds.say(row, text))) return false
    if (speak) await segmentDeeds.speakAgain(row.id)
    return true
  }
  const writing = useWriting('say', row.id, row.spokenText ?? row.text.trim(), keep(false))
  const close = () => {
    props.onClose()
    leaveTo()
  }
  const leave = () => {
    writing.forget()
    close()
  }
  const save = async (speak: boolean) => {
    if (await writing.save(keep(speak))) close()
  }
  const sayByRules = async () => {
    if (await writing.save(() => deeds.say(row, null))) close()
  }
  return (
    <div className={styles['editor']}>
      <TextBox
        label={words.takes.words.sayName}
        rows={4}
        className={styles['text']}
        value={writing.text}
        onChange={writing.write}
        onSave={(speak) => void save(speak)}
        onLeave={leave}
      />
      <p className={styles['hint']}>{words.takes.words.sayHint}</p>
      <div className={styles['deeds']}>
        <Button size="small" onClick={() => void save(false)}>
          {words.segments.save}
        </Button>
        <Button size="small" look="primary" onClick={() => void save(true)}>
          {words.segments.saveAndSpeak}
        </Button>
        {isSaidByHand ? (
          <Button size="small" look="quiet" onClick={() => void sayByRules()}>
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
