// The voices: found by language or name, heard before they are cast for the book.
import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { Voice } from '../../../contract/index.ts'
import { useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { useVoicePreview } from '../hooks/use-voice-preview.ts'
import { findVoices } from '../state/voices.ts'
import { failureSentence, words } from '../words.ts'
import styles from './voice-chooser.module.css'
import { VoiceItem } from './voice-item.tsx'

export function VoiceChooser() {
  const { connection, news, voices } = useFace()
  const { project } = useProject()
  const known = useStore(voices)
  const [search, setSearch] = useState('')
  const preview = useVoicePreview()
  const wanted = useDeferredValue(search)
  const groups = findVoices(known.voices, wanted, project.language, words.language)
  const cast = async (voice: Voice) => {
    const args = { projectId: project.id, voice: voice.id }
    const done = news.settle(await connection.call('project.cast', args))
    if (done !== null) news.tell(words.voices.castDone(voice.label))
  }
  if (known.state === 'loading') return <p className={styles['note']}>{words.voices.loading}</p>
  if (known.failure !== null)
    return <p className={styles['note']}>{failureSentence(known.failure)}</p>
  return (
    <div className={styles['chooser']}>
      <label className={styles['search']}>
        <Search aria-hidden />
        <input
          type="search"
          value={search}
          aria-label={words.voices.search}
          placeholder={words.voices.searchHint}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </label>
      <div className={styles['found']} tabIndex={-1}>
        {groups.length === 0 ? <p className={styles['note']}>{words.voices.none}</p> : null}
        {groups.map((group) => (
          <section key={group.language} className={styles['group']}>
            <h3 className={styles['language']}>{words.language(group.language)}</h3>
            <ul>
              {group.voices.map((voice) => (
                <VoiceItem
                  key={voice.id}
                  voice={voice}
                  cast={voice.id === project.voice}
                  heard={preview.hearing === voice.id}
                  onHear={() => preview.toggle(voice.id)}
                  onCast={() => void cast(voice)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}
