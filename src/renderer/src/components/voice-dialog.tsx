// Chooses the voice of a character: found by words, heard first; or the narrator's.
import { type RefObject, useRef } from 'react'
import type { Character, VoiceId } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { Modal } from '../elements/modal.tsx'
import { SearchField } from '../elements/search-field.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { useVoicePreview } from '../hooks/use-voice-preview.ts'
import { useVoiceSearch } from '../hooks/use-voice-search.ts'
import { kindsOf } from '../state/voices.ts'
import { words } from '../words.ts'
import chooser from './voice-chooser.module.css'
import styles from './voice-dialog.module.css'
import { VoiceFilter } from './voice-filter.tsx'
import { VoiceLines } from './voice-lines.tsx'

export function VoiceDialog(props: {
  /** Null: closed. */
  character: Character | null
  onChoose: (voice: VoiceId | null) => void
  onClose: () => void
}) {
  const { character } = props
  const first = useRef<HTMLInputElement>(null)
  return (
    <Modal
      open={character !== null}
      title={words.cast.chooseVoice(character?.name ?? '')}
      closeLabel={words.app.close}
      first={first}
      onClose={props.onClose}
    >
      {character === null ? null : (
        <Voices character={character} first={first} onChoose={props.onChoose} />
      )}
    </Modal>
  )
}

function Voices(props: {
  character: Character
  first: RefObject<HTMLInputElement | null>
  onChoose: (voice: VoiceId | null) => void
}) {
  const { character, first, onChoose } = props
  const { sources } = useStore(useFace().voices)
  const { search, setSearch, kind, setKind, lines, wanted } = useVoiceSearch()
  const preview = useVoicePreview()
  return (
    <div className={styles['voices']}>
      <SearchField
        label={words.voices.search}
        hint={words.voices.searchHint}
        value={search}
        onChange={setSearch}
        inputRef={first}
      />
      <VoiceFilter kinds={kindsOf(sources)} kind={kind} onKind={setKind} />
      {lines.length === 0 ? (
        <p className={chooser['note']}>{words.voices.none}</p>
      ) : (
        <VoiceLines
          key={`${kind} ${wanted}`}
          lines={lines}
          sources={sources}
          cast={character.voice}
          hearing={preview.hearing}
          useNamed={words.cast.useVoice}
          onHear={(voice) => preview.toggle(voice.id)}
          onCast={(voice) => onChoose(voice.id)}
        />
      )}
      <Button disabled={character.voice === null} onClick={() => onChoose(null)}>
        {words.cast.narratorVoice}
      </Button>
    </div>
  )
}
