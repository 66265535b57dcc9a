// The studio: chapters, segments, voice and details, player and measurements of one book.
import { useEffect } from 'react'
import { ChapterList } from '../components/chapter-list.tsx'
import { ExportDialog } from '../components/export-dialog.tsx'
import { NarrateDialog } from '../components/narrate-dialog.tsx'
import { NarrationBanner } from '../components/narration-banner.tsx'
import { OpenedBook } from '../components/opened-book.tsx'
import { PerformanceDock } from '../components/performance-dock.tsx'
import { PlayerBar } from '../components/player-bar.tsx'
import { SegmentList } from '../components/segment-list.tsx'
import { SidePanel } from '../components/side-panel.tsx'
import { StaleBar } from '../components/stale-bar.tsx'
import { StudioBar } from '../components/studio-bar.tsx'
import { useBook } from '../hooks/use-book.ts'
import { useDesk } from '../hooks/use-desk.ts'
import { useDeskDeeds } from '../hooks/use-desk-deeds.ts'
import { useFace } from '../hooks/use-face.ts'
import { useNowPlaying } from '../hooks/use-now-playing.ts'
import { useSegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { useStudioDeeds } from '../hooks/use-studio-deeds.ts'
import { useTakeKeys } from '../hooks/use-take-keys.ts'
import { words } from '../words.ts'
import styles from './studio-screen.module.css'

export const StudioScreen = () => (
  <OpenedBook>
    <Studio />
  </OpenedBook>
)

function Studio() {
  const { router } = useFace()
  const book = useBook()
  const deeds = useSegmentDeeds()
  const desk = useDesk()
  useStudioDeeds(deeds, desk.show)
  useDeskDeeds(desk)
  useTakeKeys(desk.show)
  useNowPlaying(deeds)
  useEffect(() => {
    const open = book.project.get()
    if (open.state !== 'ready') return
    document.title = `${open.project.title} – ${words.app.name}`
    const route = router.get()
    if (route.screen !== 'studio' || !route.play) return
    router.played()
    book.player.playFrom(book.selection.get().position)
  }, [book, router])
  return (
    <>
      <StudioBar />
      <NarrationBanner onOtherVoice={() => desk.show('voice')} />
      <main className={styles['main']}>
        <ChapterList />
        <SegmentList />
        <SidePanel desk={desk} />
      </main>
      <footer className={styles['foot']}>
        <StaleBar />
        <PlayerBar />
        <PerformanceDock />
      </footer>
      <NarrateDialog />
      <ExportDialog />
    </>
  )
}
