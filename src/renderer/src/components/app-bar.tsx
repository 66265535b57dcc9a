// The bar at the top of library and settings.
import { ArrowLeft, Settings } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../elements/button.tsx'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'
import styles from './app-bar.module.css'
import { ThemeSwitch } from './theme-switch.tsx'
import { Wordmark } from './wordmark.tsx'

export function AppBar({ back, children }: { back?: boolean; children?: ReactNode }) {
  const { router } = useFace()
  return (
    <header className={styles['bar']}>
      {back === true ? (
        <IconButton
          label={words.studio.back}
          icon={<ArrowLeft />}
          onClick={() => router.go({ screen: 'library' })}
        />
      ) : null}
      <Wordmark />
      <div className={styles['end']}>
        {children}
        <ThemeSwitch />
        {back === true ? null : (
          <IconButton
            label={words.app.settings}
            icon={<Settings />}
            onClick={() => router.go({ screen: 'settings' })}
          />
        )}
      </div>
    </header>
  )
}
