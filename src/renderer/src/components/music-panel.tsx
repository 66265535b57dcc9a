// The book's music and effects: what is placed, and the sounds that can be.
import { useEffect } from 'react'
import { useFace } from '../hooks/use-face.ts'
import { useMusic } from '../hooks/use-music.ts'
import { words } from '../words.ts'
import { CueItem } from './cue-item.tsx'
import styles from './music-panel.module.css'
import panel from './panel.module.css'
import { SoundShelf } from './sound-shelf.tsx'

export function MusicPanel() {
  const music = useMusic()
  const { wanted } = useFace().sounds
  useEffect(() => {
    wanted.set(true)
    return () => wanted.set(false)
  }, [wanted])
  return (
    <div className={panel['panel']}>
      <section className={styles['group']} aria-labelledby="music-cues">
        <h3 className={panel['head']} id="music-cues">
          {words.music.inBook}
        </h3>
        {music.cues.length === 0 ? <p className={panel['note']}>{words.music.none}</p> : null}
        <ul className={styles['rows']}>
          {music.cues.map((cue) => (
            <CueItem key={cue.id} cue={cue} music={music} />
          ))}
        </ul>
      </section>
      <SoundShelf onPlace={music.add} />
    </div>
  )
}
