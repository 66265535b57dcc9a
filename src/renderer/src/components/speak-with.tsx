// Speaks a segment again with a voice of one's choice, found by name or language.
import { Autocomplete } from '@base-ui/react/autocomplete'
import { Popover } from '@base-ui/react/popover'
import { Mic } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { SegmentRow, Voice } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useSelected, useStore } from '../hooks/use-store.ts'
import { useTakeDeeds } from '../hooks/use-take-deeds.ts'
import { findVoices, sourceOf } from '../state/voices.ts'
import { words } from '../words.ts'
import styles from './speak-with.module.css'

/** More are found by writing. */
const shown = 60

export function SpeakWith({ row }: { row: SegmentRow }) {
  const { opened } = useBook()
  const deeds = useTakeDeeds()
  const open = useSelected(opened, (now) => now?.what === 'speak-with' && now.segmentId === row.id)
  const close = () => opened.set(null)
  return (
    <Popover.Root
      open={open}
      onOpenChange={(now) =>
        now ? opened.set({ what: 'speak-with', segmentId: row.id }) : close()
      }
    >
      <Popover.Trigger render={<Button size="small" icon={<Mic aria-hidden />} />}>
        {words.takes.speakWith}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="end">
          <Popover.Popup className={styles['popup']}>
            <Popover.Title className={styles['title']}>{words.takes.speakWithTitle}</Popover.Title>
            <Popover.Description className={styles['note']}>
              {words.takes.speakWithText}
            </Popover.Description>
            <VoiceFinder
              onChoose={(voice) => {
                close()
                void deeds.speakWith(row, voice.id)
              }}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function VoiceFinder({ onChoose }: { onChoose: (voice: Voice) => void }) {
  const { project } = useProject()
  const { voices, sources } = useStore(useFace().voices)
  const [search, setSearch] = useState('')
  const found = useMemo(() => {
    const wish = { search, kind: null, bookLanguage: project.language, nameOf: words.language }
    return findVoices(voices, sources, wish)
      .flatMap((group) => group.voices)
      .slice(0, shown)
  }, [voices, sources, search, project.language])
  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      items={found}
      itemToStringValue={(voice: Voice) => voice.label}
      value={search}
      onValueChange={setSearch}
      autoHighlight="always"
      keepHighlight
    >
      <Autocomplete.Input
        className={styles['input']}
        aria-label={words.voices.search}
        placeholder={words.voices.searchHint}
      />
      <Autocomplete.Empty className={styles['note']}>
        {words.takes.speakWithNone}
      </Autocomplete.Empty>
      <Autocomplete.List className={styles['list']} aria-label={words.voices.list}>
        {(voice: Voice) => (
          <Autocomplete.Item
            key={voice.id}
            value={voice}
            className={styles['item']}
            onClick={() => onChoose(voice)}
          >
            <span className={styles['label']}>{voice.label}</span>
            <span className={styles['about']}>
              {sourceOf(sources, voice.id)?.label ?? voice.provider}
            </span>
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  )
}
