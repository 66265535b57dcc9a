// Where voices come from: speech servers, neural voices on the disk, a farm, the system's and the built-in ones.
import { useEffect } from 'react'
import { AppBar } from '../components/app-bar.tsx'
import { FarmSection } from '../components/farm-section.tsx'
import { NeuralSection } from '../components/neural-section.tsx'
import { OtherSources } from '../components/other-sources.tsx'
import { ServerSection } from '../components/server-section.tsx'
import { words } from '../words.ts'
import styles from './settings-screen.module.css'

export function VoicesScreen() {
  useEffect(() => void (document.title = `${words.voiceScreen.title} – ${words.app.name}`), [])
  return (
    <>
      <AppBar back />
      <main className={styles['main']} tabIndex={-1}>
        <div>
          <h1 className={styles['title']}>{words.voiceScreen.title}</h1>
          <p className={styles['intro']}>{words.voiceScreen.intro}</p>
        </div>
        <ServerSection />
        <NeuralSection />
        <FarmSection />
        <OtherSources />
      </main>
    </>
  )
}
