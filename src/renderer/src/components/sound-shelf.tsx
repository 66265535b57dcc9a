// The sounds a person has brought, for all books: heard, noted, placed, removed.
import { Music, Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { mediaAddresses, type CuePlace, type LibrarySound } from '../../../contract/index.ts'
import { soundNames } from '../client/pick-files.ts'
import { Button } from '../elements/button.tsx'
import { Confirm } from '../elements/confirm.tsx'
import { FileInput } from '../elements/file-input.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useHearing } from '../hooks/use-hearing.ts'
import { useStore } from '../hooks/use-store.ts'
import { words } from '../words.ts'
import styles from './music-panel.module.css'
import panel from './panel.module.css'
import { SoundItem } from './sound-item.tsx'

export function SoundShelf({
  onPlace,
}: {
  onPlace: (sound: LibrarySound, place: CuePlace) => void
}) {
  const { sounds: mirror } = useFace()
  const sounds = useStore(mirror)
  const preview = useHearing(mediaAddresses.sound)
  const [leaving, setLeaving] = useState<LibrarySound | null>(null)
  return (
    <section className={styles['group']} aria-labelledby="music-sounds">
      <h3 className={panel['head']} id="music-sounds">
        {words.music.sounds}
      </h3>
      <p className={panel['note']}>
        {sounds.length === 0 ? words.music.noSounds : words.music.soundsText}
      </p>
      <ul className={styles['rows']}>
        {sounds.map((sound) => (
          <SoundItem
            key={sound.id}
            sound={sound}
            hearing={preview.hearing === sound.id}
            onHear={() => preview.toggle(sound.id)}
            onPlace={(place) => onPlace(sound, place)}
            onRemove={() => setLeaving(sound)}
          />
        ))}
      </ul>
      <BringSound />
      <Confirm
        open={leaving !== null}
        title={words.music.removeTitle(leaving?.name ?? '')}
        text={words.music.removeText}
        yes={words.music.removeYes}
        no={words.music.removeNo}
        onYes={() => (leaving === null ? undefined : void mirror.remove(leaving))}
        onClose={() => setLeaving(null)}
      />
    </section>
  )
}

function BringSound() {
  const { sounds } = useFace()
  const bringing = useStore(sounds.bringing)
  const input = useRef<HTMLInputElement>(null)
  if (bringing !== null)
    return (
      <div className={styles['bringing']}>
        <Music aria-hidden />
        <span className={styles['name']}>{bringing.name}</span>
        <ProgressBar label={words.music.bringing(bringing.name)} fraction={bringing.fraction} />
      </div>
    )
  return (
    <>
      <Button size="small" icon={<Plus aria-hidden />} onClick={() => input.current?.click()}>
        {words.music.bring}
      </Button>
      <FileInput
        ref={input}
        asks="files"
        label={words.music.bring}
        accept={`audio/*,${soundNames}`}
        onFiles={(files) => void sounds.bring(files)}
      />
    </>
  )
}
