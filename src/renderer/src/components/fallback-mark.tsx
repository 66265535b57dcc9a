// The mark of a row that another voice speaks: its name in words, for eyes and ears alike.
import type { VoiceId } from '../../../contract/index.ts'
import { useVoiceLabel } from '../hooks/use-voice-label.ts'
import { words } from '../words.ts'
import styles from './fallback-mark.module.css'

export function FallbackMark({ voice }: { voice: VoiceId }) {
  const text = words.fallback.mark(useVoiceLabel(voice))
  return (
    <span className={styles['mark']} title={text}>
      {text}
    </span>
  )
}
