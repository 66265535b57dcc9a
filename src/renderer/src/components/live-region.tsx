// Reads important news aloud for those who listen to the page.
import { Hidden } from '../elements/hidden.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { words } from '../words.ts'

export function LiveRegion() {
  const said = useStore(useFace().news.said)
  return (
    <Hidden>
      <span role="status" aria-live="polite" aria-label={words.app.news}>
        {said}
      </span>
    </Hidden>
  )
}
