// The bar at the top of library, voices and settings.
import { ArrowLeft, AudioLines, Command, Settings } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../elements/button.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useKeyHint } from '../hooks/use-key-hint.ts'
import { useStore } from '../hooks/use-store.ts'
import { words } from '../words.ts'
import styles from './app-bar.module.css'
import { ThemeSwitch } from './theme-switch.tsx'
import { Wordmark } from './wordmark.tsx'

/** `back`: to the book that is open in the studio, else to the library. */
export function AppBar({ back, children }: { back?: boolean; children?: ReactNode }) {
  const { router, book } = useFace()
  const open = useStore(book)
  const { screen } = useStore(router)
  return (
    <header className={styles['bar']}>
      {back === true ? (
        <IconButton
          label={open === null ? words.studio.back : words.app.backToBook}
          icon={<ArrowLeft />}
          onClick={() =>
            router.go(
              open === null
                ? { screen: 'library' }
                : { screen: 'studio', projectId: open.projectId, play: false },
            )
          }
        />
      ) : null}
      <Wordmark />
      <div className={styles['end']}>
        {children}
        <ThemeSwitch />
        <ScreenLinks here={screen} />
      </div>
    </header>
  )
}

/** The palette, and the ways to voices and settings; none to where one is. */
export function ScreenLinks({ here }: { here?: string }) {
  const { deeds, router } = useFace()
  const hint = useKeyHint('settings')
  const paletteHint = useKeyHint('palette')
  return (
    <>
      <IconButton
        label={words.palette.title}
        {...paletteHint}
        icon={<Command />}
        onClick={() => deeds.find('palette')?.()}
      />
      {here === 'voices' ? null : (
        <IconButton
          label={words.app.voices}
          icon={<AudioLines />}
          onClick={() => router.go({ screen: 'voices', server: null })}
        />
      )}
      {here === 'settings' ? null : (
        <IconButton
          label={words.app.settings}
          {...hint}
          icon={<Settings />}
          onClick={() => router.go({ screen: 'settings' })}
        />
      )}
    </>
  )
}
