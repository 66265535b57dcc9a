// Says that the studio does not answer, or not this page, for as long as it does not.
import { Unplug } from 'lucide-react'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { words } from '../words.ts'
import styles from './link-banner.module.css'

export function LinkBanner() {
  const link = useStore(useFace().connection.link)
  return link === 'lost' || link === 'refused' ? (
    <div className={styles['banner']} role="alert">
      <Unplug aria-hidden />
      {words.app[link]}
    </div>
  ) : null
}
