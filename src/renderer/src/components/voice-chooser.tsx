// The voices: found by language, name or source, heard before they are cast for the book.
import { AudioLines, RefreshCw } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Voice, VoiceKind } from '../../../contract/index.ts'
import { Button, IconButton } from '../elements/button.tsx'
import { SearchField } from '../elements/search-field.tsx'
import turning from '../elements/turning.module.css'
import { useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { useVoicePreview } from '../hooks/use-voice-preview.ts'
import { findVoices, kindsOf, sourceOf, voiceLines } from '../state/voices.ts'
import { failureSentence, words } from '../words.ts'
import { DraftHint } from './draft-hint.tsx'
import { FallbackChoice } from './fallback-choice.tsx'
import { SourceNotes } from './source-notes.tsx'
import styles from './voice-chooser.module.css'
import { VoiceFilter } from './voice-filter.tsx'
import { VoiceLines } from './voice-lines.tsx'

export function VoiceChooser() {
  const { connection, news, router, voices: mirror } = useFace()
  const { project } = useProject()
  const known = useStore(mirror)
  const [search, setSearch] = useState('')
  const [kind, setKind] = useState<VoiceKind | null>(null)
  const preview = useVoicePreview()
  const wanted = useDeferredValue(search)
  const { voices, sources } = known
  const lines = useMemo(() => {
    const wish = {
      search: wanted,
      kind,
      bookLanguage: project.language,
      nameOf: words.language,
    }
    return voiceLines(findVoices(voices, sources, wish))
  }, [voices, sources, wanted, kind, project.language])
  const cast = async (voice: Voice) => {
    const args = { projectId: project.id, voice: voice.id }
    const done = news.settle(await connection.call('project.cast', args))
    if (done !== null) news.tell(words.voices.castDone(voice.label))
  }
  if (known.state === 'loading') return <p className={styles['note']}>{words.voices.loading}</p>
  if (known.failure !== null)
    return <p className={styles['note']}>{failureSentence(known.failure)}</p>
  const source = sourceOf(sources, project.voice)
  return (
    <div className={styles['chooser']}>
      {source?.kind === 'embedded' ? <DraftHint /> : null}
      <div className={styles['head']}>
        <SearchField
          label={words.voices.search}
          hint={words.voices.searchHint}
          value={search}
          onChange={setSearch}
        />
        <IconButton
          label={words.voices.refresh}
          icon={<RefreshCw className={known.refreshing ? turning['turning'] : undefined} />}
          aria-disabled={known.refreshing || undefined}
          onClick={() => (known.refreshing ? undefined : void mirror.refresh(true))}
        />
      </div>
      <VoiceFilter kinds={kindsOf(sources)} kind={kind} onKind={setKind} />
      <SourceNotes sources={sources} kind={kind} />
      {lines.length === 0 ? (
        <p className={styles['note']}>
          {wanted.trim() === '' && kind !== null ? words.voices.noneOfKind : words.voices.none}
        </p>
      ) : (
        <VoiceLines
          key={`${kind} ${wanted}`}
          lines={lines}
          sources={sources}
          cast={project.voice}
          hearing={preview.hearing}
          onHear={(voice) => preview.toggle(voice.id)}
          onCast={(voice) => void cast(voice)}
        />
      )}
      <div className={styles['foot']}>
        <FallbackChoice />
        <Button
          look="quiet"
          size="small"
          icon={<AudioLines aria-hidden />}
          onClick={() => router.go({ screen: 'voices', server: null })}
        >
          {words.voices.more}
        </Button>
      </div>
    </div>
  )
}
