// The cast: the narrator and every character, with voice, key and lines; and the way to find who speaks.
import { AudioLines, Plus, UserSearch } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Character } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useCastDeeds } from '../hooks/use-cast-deeds.ts'
import { useCastHearing } from '../hooks/use-cast-hearing.ts'
import type { Desk } from '../hooks/use-desk.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { mirrorSpeakerLines } from '../state/speaker-lines.ts'
import { words } from '../words.ts'
import { CastAlike } from './cast-alike.tsx'
import { CastItem } from './cast-item.tsx'
import { CastNarrator } from './cast-narrator.tsx'
import styles from './cast-panel.module.css'
import panel from './panel.module.css'
import { VoiceDialog } from './voice-dialog.tsx'

export function CastPanel({ desk }: { desk: Desk }) {
  const { cast } = useProject().project
  const deeds = useCastDeeds()
  const lines = useLines(cast)
  const hearing = useCastHearing()
  const [voiceOf, setVoiceOf] = useState<Character | null>(null)
  const adding = useRef<HTMLButtonElement>(null)
  /** Whose name is to be written: just added. */
  const [fresh, setFresh] = useState<string | null>(null)
  return (
    <div className={panel['panel']}>
      <Button icon={<UserSearch aria-hidden />} onClick={() => desk.ask('find')}>
        {words.cast.find}
      </Button>
      <CastNarrator
        hearing={hearing}
        onVoice={() => desk.show('voice')}
        onShowLines={() => deeds.showLines(null)}
      />
      <section className={styles['group']} aria-labelledby="cast-characters">
        <h3 className={panel['head']} id="cast-characters">
          {words.cast.characters}
        </h3>
        {cast.length === 0 ? <p className={panel['note']}>{words.cast.none}</p> : null}
        <ul className={styles['rows']}>
          {cast.map((character, index) => (
            <CastItem
              key={character.id}
              character={character}
              number={index + 1}
              lines={lines.get(character.id)}
              isFresh={character.id === fresh}
              deeds={deeds}
              hearing={hearing}
              onVoice={() => setVoiceOf(character)}
              onRemove={() => {
                void deeds.remove(character)
                // Its row goes, and the focus must not go with it.
                adding.current?.focus()
              }}
            />
          ))}
        </ul>
        <Button
          ref={adding}
          size="small"
          icon={<Plus aria-hidden />}
          onClick={() => void deeds.add().then(setFresh)}
        >
          {words.cast.add}
        </Button>
        {cast.some(({ voice }) => voice === null) ? (
          <Button
            size="small"
            icon={<AudioLines aria-hidden />}
            onClick={() => void deeds.fitVoices()}
          >
            {words.cast.fitVoices}
          </Button>
        ) : null}
      </section>
      <CastAlike onAsk={() => desk.ask('alike')} />
      {cast.length === 0 ? null : <p className={panel['note']}>{words.cast.keysHint}</p>}
      <VoiceDialog
        character={voiceOf}
        onChoose={(voice) => {
          if (voiceOf !== null) void deeds.change({ ...voiceOf, voice })
          setVoiceOf(null)
        }}
        onClose={() => setVoiceOf(null)}
      />
    </div>
  )
}

function useLines(cast: readonly Character[]): ReadonlyMap<string, number> {
  const { connection } = useFace()
  const { projectId } = useBook()
  const mirror = useMemo(() => mirrorSpeakerLines(connection, projectId), [connection, projectId])
  useEffect(() => mirror.watch(), [mirror])
  useEffect(() => mirror.want(cast.map(({ id }) => id)), [mirror, cast])
  return useStore(mirror.lines)
}
