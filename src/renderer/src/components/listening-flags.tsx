// How many takes are flagged, and the way to the next one, which is a key as well.
import { Flag } from 'lucide-react'
import { Button } from '../elements/button.tsx'
import { useKeyHint } from '../hooks/use-key-hint.ts'
import { useSegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { scriptWords } from '../script-words.ts'
import { words } from '../words.ts'
import styles from './script-panel.module.css'

export function ListeningFlags({ flagged }: { flagged: number }) {
  const deeds = useSegmentDeeds()
  const { hint } = useKeyHint('next-flag')
  const name = words.keys.deeds['next-flag']
  return (
    <>
      <p className={styles['progress']} role="status">
        {scriptWords.listening.flagged(flagged)}
      </p>
      {flagged === 0 ? null : (
        <div className={styles['buttons']}>
          <Button
            size="small"
            icon={<Flag aria-hidden />}
            onClick={() => void deeds.findFlagged('forward')}
          >
            {hint === undefined ? name : `${name} (${hint})`}
          </Button>
        </div>
      )}
    </>
  )
}
