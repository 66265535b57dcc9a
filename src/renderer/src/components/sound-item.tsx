// A sound of the library: heard, placed in the open book, noted, removed.
import { Pause, Play, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { CuePlace, LibrarySound } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import { TextField } from '../elements/text-field.tsx'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'
import styles from './music-panel.module.css'
import { MusicRow } from './music-row.tsx'
import panel from './panel.module.css'
import { PlaceMenu } from './place-menu.tsx'

export function SoundItem(props: {
  sound: LibrarySound
  hearing: boolean
  onHear: () => void
  onPlace: (place: CuePlace) => void
  onRemove: () => void
}) {
  const { sound, hearing } = props
  const { name, licence, samples, sampleRate } = sound
  return (
    <MusicRow
      of="sound"
      name={name}
      mark={
        <span className={panel['note']}>
          {words.clock(Math.max(1, Math.round(samples / sampleRate)))}
        </span>
      }
      about={<span className={panel['note']}>{licence || words.music.licenceNone}</span>}
      deeds={
        <>
          <IconButton
            size="small"
            label={hearing ? words.music.stop(name) : words.music.play(name)}
            icon={hearing ? <Pause /> : <Play />}
            onClick={props.onHear}
          />
          <PlaceMenu name={name} onPlace={props.onPlace} />
          <IconButton
            size="small"
            label={words.music.remove(name)}
            icon={<Trash2 />}
            onClick={props.onRemove}
          />
        </>
      }
    >
      <SoundNotes sound={sound} />
    </MusicRow>
  )
}

/** Kept when the person goes on to something else. */
function SoundNotes({ sound }: { sound: LibrarySound }) {
  const { sounds } = useFace()
  const [name, setName] = useState(sound.name)
  const [licence, setLicence] = useState(sound.licence)
  const keep = () => {
    const note = { name: name.trim() || sound.name, licence: licence.trim() }
    if (note.name !== sound.name || note.licence !== sound.licence) void sounds.note(sound.id, note)
  }
  return (
    <div className={styles['notes']} onBlur={keep}>
      <TextField label={words.music.name} value={name} onChange={setName} />
      <TextField
        label={words.music.licence}
        hint={words.music.licenceHint}
        value={licence}
        onChange={setLicence}
      />
    </div>
  )
}
