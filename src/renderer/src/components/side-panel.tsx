// The right side: the book's voice, sound and music, and what is known of the chosen segment.
import { Tabs } from '@base-ui/react/tabs'
import { words } from '../words.ts'
import { MusicPanel } from './music-panel.tsx'
import { SegmentDetails } from './segment-details.tsx'
import styles from './side-panel.module.css'
import { SoundPanel } from './sound-panel.tsx'
import { VoiceChooser } from './voice-chooser.tsx'

const tabs = ['details', 'voice', 'sound', 'music'] as const
export type PanelTab = (typeof tabs)[number]

export const SidePanel = (props: { tab: PanelTab; onTab: (tab: PanelTab) => void }) => (
  <aside className={styles['panel']} aria-label={words.panel.title}>
    <Tabs.Root
      value={props.tab}
      onValueChange={(tab) => props.onTab(tabs.find((known) => known === tab) ?? 'details')}
      className={styles['tabs']}
    >
      <Tabs.List className={styles['list']}>
        <Tabs.Tab value="details" className={styles['tab']}>
          {words.panel.details}
        </Tabs.Tab>
        <Tabs.Tab value="voice" className={styles['tab']}>
          {words.panel.voice}
        </Tabs.Tab>
        <Tabs.Tab value="sound" className={styles['tab']}>
          {words.sound.tab}
        </Tabs.Tab>
        <Tabs.Tab value="music" className={styles['tab']}>
          {words.music.tab}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="details" className={styles['content']}>
        <SegmentDetails />
      </Tabs.Panel>
      <Tabs.Panel value="voice" className={styles['content']}>
        <VoiceChooser />
      </Tabs.Panel>
      <Tabs.Panel value="sound" className={styles['content']}>
        <SoundPanel />
      </Tabs.Panel>
      <Tabs.Panel value="music" className={styles['content']}>
        <MusicPanel />
      </Tabs.Panel>
    </Tabs.Root>
  </aside>
)
