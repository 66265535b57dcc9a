// Who says a row, where a book has a cast: a colour and a name.
import type { Character } from '../../../contract/index.ts'
import { words } from '../words.ts'
import styles from './speaker-chip.module.css'

/** Null: the narrator. */
export function SpeakerChip({ character }: { character: Character | null }) {
  return (
    <span className={styles['chip']} data-narrator={character === null || undefined}>
      <span
        className={styles['dot']}
        data-colour={character?.colour}
        style={
          character === null ? undefined : { backgroundColor: `var(--cast-${character.colour})` }
        }
        aria-hidden
      />
      <span className={styles['name']} dir="auto">
        {character?.name ?? words.desk.narrator}
      </span>
    </span>
  )
}
