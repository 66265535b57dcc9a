// A deed's keys: pressing the button, then a key, gives it that key.
import { RotateCcw, X } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { Button, IconButton } from '../elements/button.tsx'
import { KeyCaps } from '../elements/key-caps.tsx'
import { keyCaps, keyName, keyText } from '../hooks/key-name.ts'
import type { KeyProblem } from '../hooks/use-key-binding.ts'
import type { DeedId } from '../state/deed-table.ts'
import { words } from '../words.ts'
import styles from './key-field.module.css'

type KeyFieldProps = {
  deed: DeedId
  keys: readonly string[]
  /** Whether the person has chosen them. */
  isOwn: boolean
  locked: boolean
  /** Whether the next key pressed is the new one. */
  pressing: boolean
  problem: KeyProblem | null
  onPressing: (pressing: boolean) => void
  onKeys: (keys: readonly string[] | 'usual') => void
  onForget: () => void
}

export function KeyField(props: KeyFieldProps) {
  const { deed, keys, locked, problem } = props
  const name = words.keys.deeds[deed]
  return (
    <li className={styles['row']}>
      <div className={styles['line']}>
        <span className={styles['name']}>{name}</span>
        {locked ? (
          <span className={styles['fixed']}>
            <Caps keys={keys} />
          </span>
        ) : (
          <>
            {props.isOwn ? (
              <IconButton
                size="small"
                label={words.keys.settings.reset(name)}
                icon={<RotateCcw />}
                onClick={() => props.onKeys('usual')}
              />
            ) : null}
            {keys.length === 0 ? null : (
              <span className={styles['remove']}>
                <IconButton
                  size="small"
                  label={words.keys.settings.remove(name)}
                  icon={<X />}
                  onClick={() => props.onKeys([])}
                />
              </span>
            )}
            <PressButton {...props} name={name} />
          </>
        )}
      </div>
      {problem === null ? null : (
        <div className={styles['problem']} role="alert">
          <span>{problem.sentence}</span>
          {problem.take === null ? null : (
            <>
              <Button size="small" look="primary" onClick={problem.take}>
                {words.keys.settings.take}
              </Button>
              <Button size="small" onClick={props.onForget}>
                {words.keys.settings.keep}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  )
}

function PressButton(props: KeyFieldProps & { name: string }) {
  const { keys, name, pressing } = props
  /** Releasing the key that was just given must not press the button again. */
  const isGiven = useRef(false)
  const onKey = (event: KeyboardEvent) => {
    if (event.type === 'keyup' && isGiven.current) {
      isGiven.current = false
      event.preventDefault()
    }
    if (!pressing) return
    // Tab moves on, whatever is asked here: nobody may be caught in a button.
    if (event.key === 'Tab') return props.onPressing(false)
    event.preventDefault()
    event.stopPropagation()
    if (event.type !== 'keydown' || event.repeat) return
    const key = keyName(event.nativeEvent)
    if (key === null) return
    isGiven.current = true
    props.onPressing(false)
    if (key !== 'Escape') props.onKeys([key])
  }
  const text = keys.length === 0 ? words.keys.none : keys.map(keyText).join(', ')
  return (
    <button
      type="button"
      className={styles['press']}
      data-pressing={pressing || undefined}
      aria-label={pressing ? words.keys.settings.press : words.keys.settings.change(name, text)}
      onClick={() => props.onPressing(!pressing)}
      onBlur={() => (pressing ? props.onPressing(false) : undefined)}
      onKeyDown={onKey}
      onKeyUp={onKey}
    >
      {pressing ? words.keys.settings.pressShort : <Caps keys={keys} />}
    </button>
  )
}

const Caps = ({ keys }: { keys: readonly string[] }) =>
  keys.length === 0 ? (
    <span className={styles['none']}>{words.keys.none}</span>
  ) : (
    <span className={styles['keys']}>
      {keys.map((key) => (
        <KeyCaps key={key} caps={keyCaps(key)} />
      ))}
    </span>
  )
