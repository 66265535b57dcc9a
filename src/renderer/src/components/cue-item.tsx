// A sound at its place in the book: what and where, its values when it is unfolded, and a way out.
import { Trash2 } from 'lucide-react'
import type { Cue } from '../../../contract/index.ts'
import { Badge } from '../elements/badge.tsx'
import { IconButton } from '../elements/button.tsx'
import { useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import type { MusicDeeds } from '../hooks/use-music.ts'
import { useStore } from '../hooks/use-store.ts'
import { words } from '../words.ts'
import { CueFields } from './cue-fields.tsx'
import { MusicRow } from './music-row.tsx'
import panel from './panel.module.css'
import styles from './music-panel.module.css'

export function CueItem({ cue, music }: { cue: Cue; music: MusicDeeds }) {
  const sounds = useStore(useFace().sounds)
  const sound = sounds.find(({ id }) => id === cue.soundId)
  const name = sound?.name ?? cue.name
  const where = usePlace(cue, music.lines)
  const trouble = where === null ? words.music.lost : sound ? null : words.music.gone
  return (
    <MusicRow
      of="cue"
      name={name}
      mark={<Badge>{words.music.kinds[cue.place.kind]}</Badge>}
      about={
        <>
          {where === null ? null : <span className={panel['note']}>{where}</span>}
          {trouble === null ? null : <span className={styles['trouble']}>{trouble}</span>}
        </>
      }
      deeds={
        <IconButton
          size="small"
          label={words.music.takeOut(name)}
          icon={<Trash2 />}
          onClick={() => music.takeOut(cue.id)}
        />
      }
    >
      <div className={styles['notes']}>
        <CueFields cue={cue} onChange={(change) => music.change(cue.id, change)} />
      </div>
    </MusicRow>
  )
}

/** Where it is heard; null where that is not in the book any more. */
function usePlace({ id, place }: Cue, lines: MusicDeeds['lines']): string | null {
  const { chapters } = useProject().project
  const { places } = words.music
  if ('segmentId' in place) {
    const line = lines.get(id)
    if (line === null) return null
    const { kind } = place
    return line === undefined ? places[kind] : places[`${kind}Line`](line.text)
  }
  const { kind, chapters: where } = place
  if (where.kind !== 'one') {
    if (kind === 'bed') return places.bedEvery
    return where.kind === 'book' ? places[`${kind}Book`] : places[`${kind}Every`]
  }
  const chapter = chapters.find((entry) => entry.id === where.chapterId)
  return chapter === undefined ? null : places[`${kind}One`](chapter.title)
}
