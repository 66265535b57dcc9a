// Says of a segment that another voice speaks it, why, and lets its own voice try again.
import { Flag, RotateCw } from 'lucide-react'
import type { VoiceId } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { useVoiceLabel } from '../hooks/use-voice-label.ts'
import { words } from '../words.ts'
import styles from './segment-flags.module.css'

export function SegmentFallback(props: { voice: VoiceId; own: VoiceId; onAgain: () => void }) {
  const voice = useVoiceLabel(props.voice)
  const own = useVoiceLabel(props.own)
  return (
    <section className={styles['flags']} aria-labelledby="segment-fallback">
      <h3 className={styles['head']} id="segment-fallback">
        <Flag aria-hidden />
        {words.fallback.title(voice)}
      </h3>
      <p className={styles['list']}>{words.fallback.text(own)}</p>
      <div className={styles['deeds']}>
        <Button size="small" icon={<RotateCw aria-hidden />} onClick={props.onAgain}>
          {words.fallback.again}
        </Button>
      </div>
    </section>
  )
}
