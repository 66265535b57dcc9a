// The narrator: the book's own voice, which says all that is nobody else's.
import { ListFilter } from 'lucide-react'
import { IconButton } from '../elements/button.tsx'
import { ColourDot } from '../elements/colour-dot.tsx'
import { KeyCaps } from '../elements/key-caps.tsx'
import { useProject } from '../hooks/use-book.ts'
import { keyCaps } from '../hooks/key-name.ts'
import { useFace } from '../hooks/use-face.ts'
import { narratorId } from '../hooks/use-cast-hearing.ts'
import type { Hearing } from '../hooks/use-hearing.ts'
import { useSelected } from '../hooks/use-store.ts'
import { useVoiceLabel } from '../hooks/use-voice-label.ts'
import { words } from '../words.ts'
import { CastHear } from './cast-hear.tsx'
import styles from './cast-panel.module.css'

export function CastNarrator(props: {
  hearing: Hearing<string>
  onVoice: () => void
  onShowLines: () => void
}) {
  const { voice } = useProject().project
  const label = useVoiceLabel(voice)
  const key = useSelected(useFace().keys, (keys) => keys['give-narrator'][0])
  return (
    <div className={styles['item']}>
      <span className={styles['dot']}>
        <ColourDot colour={null} />
      </span>
      <span className={styles['name']}>{words.desk.narrator}</span>
      {key === undefined ? <span /> : <KeyCaps caps={keyCaps(key)} />}
      <CastHear
        {...{ id: narratorId, name: words.desk.narrator, voice, hearing: props.hearing }}
        isMute={false}
      />
      <IconButton
        plain
        size="small"
        label={words.cast.showLinesOf(words.desk.narrator)}
        icon={<ListFilter />}
        onClick={props.onShowLines}
      />
      <button
        type="button"
        className={styles['voice']}
        aria-label={words.cast.voiceOf(words.desk.narrator, label)}
        onClick={props.onVoice}
      >
        {label}
      </button>
    </div>
  )
}
