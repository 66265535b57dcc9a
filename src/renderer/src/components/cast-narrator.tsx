// The narrator: the book's own voice, which says all that is nobody else's.
import { ListFilter } from 'lucide-react'
import { IconButton } from '../elements/button.tsx'
import { ColourDot } from '../elements/colour-dot.tsx'
import { KeyCaps } from '../elements/key-caps.tsx'
import { useProject } from '../hooks/use-book.ts'
import { keyCaps } from '../hooks/key-name.ts'
import { useFace } from '../hooks/use-face.ts'
import { useSelected } from '../hooks/use-store.ts'
import { useVoiceLabel } from '../hooks/use-voice-label.ts'
import { words } from '../words.ts'
import styles from './cast-panel.module.css'

export function CastNarrator(props: { onVoice: () => void; onShowLines: () => void }) {
  const { voice } = useProject().project
  const label = useVoiceLabel(voice)
  const key = useSelected(useFace().keys, (keys) => keys['give-narrator'][0])
  return (
    <div className={styles['item']}>
      <span className={styles['dot']}>
        <ColourDot colour={null} />
      </span>
      <span className={styles['name']}>{words.desk.narrator}</span>
      {key === undefined ? null : <KeyCaps caps={keyCaps(key)} />}
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
