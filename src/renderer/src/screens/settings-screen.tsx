// The settings, one row for each row of the contract's table, and what the cache holds.
import { ChevronRight } from 'lucide-react'
import { useEffect } from 'react'
import { settingRows, type SettingRow } from '../../../contract/settings.ts'
import { About } from '../components/about.tsx'
import { AppBar } from '../components/app-bar.tsx'
import { CacheCard } from '../components/cache-card.tsx'
import { KeySection } from '../components/key-section.tsx'
import { SettingField } from '../components/setting-field.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { words } from '../words.ts'
import styles from './settings-screen.module.css'

export function SettingsScreen() {
  const values = useStore(useFace().settings)
  const rowsThat = (isWanted: (row: SettingRow) => boolean) =>
    settingRows.filter(isWanted).map((row) => {
      const value = values.get(row.name)
      return value === undefined ? null : <SettingField key={row.name} row={row} value={value} />
    })
  useEffect(() => void (document.title = `${words.settings.title} – ${words.app.name}`), [])
  return (
    <>
      <AppBar back />
      <main className={styles['main']} tabIndex={-1}>
        <div>
          <h1 className={styles['title']}>{words.settings.title}</h1>
          <p className={styles['intro']}>{words.settings.intro}</p>
        </div>
        <ul className={styles['rows']}>
          {rowsThat(({ isLimit, unit }) => isLimit !== true && unit !== 'keys')}
        </ul>
        <details className={styles['limits']}>
          <summary>
            <ChevronRight aria-hidden />
            <span className={styles['limitsName']}>{words.settings.limits}</span>
            <span className={styles['limitsText']}>{words.settings.limitsText}</span>
          </summary>
          <ul className={styles['rows']}>{rowsThat((row) => row.isLimit === true)}</ul>
        </details>
        <KeySection />
        <CacheCard />
        <About />
      </main>
    </>
  )
}
