// The right side: segment, voice, script, cast, dictionary, marks, sound and music, one at a time.
import {
  AudioLines,
  Bookmark,
  BookA,
  Drama,
  Music,
  ScrollText,
  SlidersHorizontal,
  TextQuote,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Rail } from '../elements/rail.tsx'
import type { Desk } from '../hooks/use-desk.ts'
import { type PanelTab, panelTabs } from '../state/panel-tab.ts'
import { words } from '../words.ts'
import { AlikeDialog } from './alike-dialog.tsx'
import { CastFinder } from './cast-finder.tsx'
import { CastPanel } from './cast-panel.tsx'
import { DictionaryPanel } from './dictionary-panel.tsx'
import { MarksPanel } from './marks-panel.tsx'
import { MusicPanel } from './music-panel.tsx'
import { ScriptPanel } from './script-panel.tsx'
import { SegmentDetails } from './segment-details.tsx'
import styles from './side-panel.module.css'
import { SoundPanel } from './sound-panel.tsx'
import { VoiceChooser } from './voice-chooser.tsx'

const faces: Record<PanelTab, { label: string; icon: ReactNode }> = {
  details: { label: words.panel.details, icon: <TextQuote aria-hidden /> },
  voice: { label: words.panel.voice, icon: <AudioLines aria-hidden /> },
  script: { label: words.panel.script, icon: <ScrollText aria-hidden /> },
  cast: { label: words.cast.tab, icon: <Drama aria-hidden /> },
  dictionary: { label: words.dictionary.tab, icon: <BookA aria-hidden /> },
  marks: { label: words.marks.tab, icon: <Bookmark aria-hidden /> },
  sound: { label: words.sound.tab, icon: <SlidersHorizontal aria-hidden /> },
  music: { label: words.music.tab, icon: <Music aria-hidden /> },
}
const tabs = panelTabs.map((value) => ({ value, ...faces[value] }))

export function SidePanel({ desk }: { desk: Desk }) {
  const panelOf = (tab: PanelTab) => {
    if (tab === 'details') return <SegmentDetails />
    if (tab === 'voice') return <VoiceChooser />
    if (tab === 'script') return <ScriptPanel />
    if (tab === 'cast') return <CastPanel desk={desk} />
    if (tab === 'dictionary') return <DictionaryPanel desk={desk} />
    if (tab === 'marks') return <MarksPanel />
    return tab === 'sound' ? <SoundPanel /> : <MusicPanel />
  }
  return (
    <aside className={styles['panel']} aria-label={words.panel.title}>
      <Rail
        label={words.panel.tabs}
        tabs={tabs}
        value={desk.tab}
        onChange={desk.show}
        panelOf={panelOf}
      />
      <AlikeDialog open={desk.dialog === 'alike'} onClose={() => desk.ask(null)} />
      <CastFinder open={desk.dialog === 'find'} onClose={() => desk.ask(null)} />
    </aside>
  )
}
