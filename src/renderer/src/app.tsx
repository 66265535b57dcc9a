// The frame around every screen: which one is shown, news, drops, keys.
import { DirectionProvider } from '@base-ui/react/direction-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Button } from './elements/button.tsx'
import { BrokenBoundary } from './elements/broken-boundary.tsx'
import { Message } from './elements/message.tsx'
import { Toasts } from './elements/toasts.tsx'
import { DropOverlay } from './components/drop-overlay.tsx'
import { LinkBanner } from './components/link-banner.tsx'
import { LiveRegion } from './components/live-region.tsx'
import { FrameDeeds } from './components/frame-deeds.tsx'
import { useFace } from './hooks/use-face.ts'
import { useStore } from './hooks/use-store.ts'
import { LibraryScreen } from './screens/library-screen.tsx'
import { tellDataNotices } from './state/data-notices.ts'
import { words } from './words.ts'
import styles from './app.module.css'

const StudioScreen = lazy(async () => ({
  default: (await import('./screens/studio-screen.tsx')).StudioScreen,
}))
const ReviewScreen = lazy(async () => ({
  default: (await import('./screens/review-screen.tsx')).ReviewScreen,
}))
const SettingsScreen = lazy(async () => ({
  default: (await import('./screens/settings-screen.tsx')).SettingsScreen,
}))
const VoicesScreen = lazy(async () => ({
  default: (await import('./screens/voices-screen.tsx')).VoicesScreen,
}))

const SoundCheckDialog = lazy(async () => ({
  default: (await import('./components/sound-check.tsx')).SoundCheckDialog,
}))
const WriteDialog = lazy(async () => ({
  default: (await import('./components/write-dialog.tsx')).WriteDialog,
}))

export function App() {
  const { connection, news, router, direction } = useFace()
  const route = useStore(router)
  // What is told before the toasts are there is lost, and a window's studio answers that soon.
  useEffect(() => tellDataNotices(connection, news), [connection, news])
  const place = 'projectId' in route ? `${route.screen} ${route.projectId}` : route.screen
  return (
    <DirectionProvider direction={useStore(direction)}>
      <Tooltip.Provider delay={500}>
        <div className={styles['app']}>
          <LinkBanner />
          <BrokenBoundary key={place} fallback={<Broken />}>
            <Suspense fallback={<Message text={words.app.loading} />}>
              {route.screen === 'library' ? <LibraryScreen /> : null}
              {route.screen === 'studio' ? <StudioScreen /> : null}
              {route.screen === 'review' ? <ReviewScreen /> : null}
              {route.screen === 'settings' ? <SettingsScreen /> : null}
              {route.screen === 'voices' ? <VoicesScreen /> : null}
            </Suspense>
          </BrokenBoundary>
          <DropOverlay />
          <SoundCheck />
          <Write />
          <FrameDeeds />
          <LiveRegion />
          <Toasts manager={news.toasts} dismiss={words.app.dismiss} />
        </div>
      </Tooltip.Provider>
    </DirectionProvider>
  )
}

/** Not fetched before it is asked for. */
function SoundCheck() {
  const { soundChecks } = useFace()
  if (!useStore(soundChecks.open)) return null
  return (
    <Suspense fallback={null}>
      <SoundCheckDialog />
    </Suspense>
  )
}

/** The same, and kept then: a closed form loses nothing. */
function Write() {
  const isOpen = useStore(useFace().writing.open)
  const [asked, setAsked] = useState(false)
  if (isOpen && !asked) setAsked(true)
  if (!asked) return null
  return (
    <Suspense fallback={null}>
      <WriteDialog />
    </Suspense>
  )
}

const Broken = () => (
  <Message title={words.app.brokenTitle} text={words.app.brokenText}>
    <Button look="primary" onClick={() => window.location.reload()}>
      {words.app.reload}
    </Button>
  </Message>
)
