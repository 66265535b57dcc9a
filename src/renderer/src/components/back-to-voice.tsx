// Leads a person who has scrolled away back to the row that is heard.
import { LocateFixed } from 'lucide-react'
import { Button } from '../elements/button.tsx'
import { useBook } from '../hooks/use-book.ts'
import { words } from '../words.ts'
import styles from './segment-list.module.css'

export function BackToVoice({ position }: { position: number }) {
  const { selection } = useBook()
  return (
    <div className={styles['follow']}>
      <Button
        look="primary"
        size="small"
        icon={<LocateFixed aria-hidden />}
        onClick={() => {
          selection.follow(true)
          selection.heard(position)
        }}
      >
        {words.segments.follow}
      </Button>
    </div>
  )
}
