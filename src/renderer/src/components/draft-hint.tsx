// Says that the book is read by a draft voice, and where better ones come from.
import { Sparkles } from 'lucide-react'
import { formatRoute } from '../state/route.ts'
import { words } from '../words.ts'
import styles from './voice-chooser.module.css'

export const DraftHint = () => (
  <aside className={styles['draft']} aria-label={words.voices.draftTitle}>
    <Sparkles aria-hidden />
    <p>
      <strong>{words.voices.draftTitle}.</strong> {words.voices.draftText}{' '}
      <a href={formatRoute({ screen: 'voices', server: null })}>{words.voices.draftLink}</a>
    </p>
  </aside>
)
