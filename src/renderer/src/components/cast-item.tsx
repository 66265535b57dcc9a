// A character of the cast: colour, name, key, voice and lines, and what can be done with it.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { longest, type Character } from '../../../contract/index.ts'
import { KeyCaps } from '../elements/key-caps.tsx'
import { keyCaps } from '../hooks/key-name.ts'
import type { CastDeeds } from '../hooks/use-cast-deeds.ts'
import { useFace } from '../hooks/use-face.ts'
import type { Hearing } from '../hooks/use-hearing.ts'
import { useSelected } from '../hooks/use-store.ts'
import { useVoiceLabel } from '../hooks/use-voice-label.ts'
import { useProject } from '../hooks/use-book.ts'
import type { DeedId } from '../state/deed-table.ts'
import { personText, words } from '../words.ts'
import { CastColour } from './cast-colour.tsx'
import { CastHear } from './cast-hear.tsx'
import { CastMenu } from './cast-menu.tsx'
import styles from './cast-panel.module.css'

type CastItemProps = {
  character: Character
  /** In the cast, from 1. */
  number: number
  /** Undefined while they are counted. */
  lines: number | undefined
  /** Just added: its name is to be written. */
  isFresh: boolean
  deeds: CastDeeds
  hearing: Hearing<string>
  onVoice: () => void
  onRemove: () => void
}

export function CastItem(props: CastItemProps) {
  const { character, number, lines, deeds } = props
  const { name, voice } = character
  const own = useProject().project.voice
  const label = useVoiceLabel(voice ?? own)
  const shownVoice = voice === null ? words.cast.narratorVoice : label
  const keys = useSelected(useFace().keys, (all) => all[`give-${number}` as DeedId])
  return (
    <li className={styles['item']}>
      <CastColour
        name={name}
        colour={character.colour}
        onChange={(colour) => void deeds.change({ ...character, colour })}
      />
      <NameField
        key={name}
        name={name}
        isFresh={props.isFresh}
        onRename={(next) => void deeds.change({ ...character, name: next })}
      />
      {keys?.[0] === undefined ? <span /> : <KeyCaps caps={keyCaps(keys[0])} />}
      <CastHear
        {...{ id: character.id, name, voice: voice ?? own, hearing: props.hearing }}
        isMute={lines === 0}
      />
      <CastMenu character={character} deeds={deeds} onRemove={props.onRemove} />
      <button
        type="button"
        className={styles['voice']}
        data-own={voice !== null || undefined}
        aria-label={words.cast.voiceOf(name, shownVoice)}
        onClick={props.onVoice}
      >
        {shownVoice}
      </button>
      <span className={styles['lines']}>
        {lines === undefined ? words.cast.counting : words.cast.lines(lines)}
      </span>
      {character.description ? (
        <p className={styles['described']}>{personText(character.description)}</p>
      ) : null}
    </li>
  )
}

/** Written in place: Enter or leaving keeps it, Escape leaves it as it was. */
function NameField(props: { name: string; isFresh: boolean; onRename: (name: string) => void }) {
  const { name, isFresh } = props
  const [written, setWritten] = useState(name)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!isFresh) return
    field.current?.focus()
    field.current?.select()
  }, [isFresh])
  const keep = () => {
    const next = written.trim().slice(0, longest.name)
    if (next === '' || next === name) setWritten(name)
    else props.onRename(next)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur()
    if (event.key !== 'Escape') return
    event.stopPropagation()
    setWritten(name)
  }
  return (
    <input
      className={styles['name']}
      dir="auto"
      ref={field}
      value={written}
      maxLength={longest.name}
      spellCheck={false}
      aria-label={words.cast.nameOf(name)}
      onChange={(event) => setWritten(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={press}
    />
  )
}
