// A voice of the list.
import { Check, Square, Volume2 } from 'lucide-react'
import type { Voice } from '../../../contract/index.ts'
import { Button, IconButton } from '../elements/button.tsx'
import { words } from '../words.ts'
import styles from './voice-item.module.css'

export function VoiceItem(props: {
  voice: Voice
  cast: boolean
  heard: boolean
  onHear: () => void
  onCast: () => void
}) {
  const { voice, cast, heard } = props
  const gender = words.voices.genders[voice.gender]
  return (
    <li className={styles['voice']} data-cast={cast || undefined}>
      <IconButton
        plain
        size="small"
        look="outline"
        label={heard ? words.voices.stop(voice.label) : words.voices.hear(voice.label)}
        icon={heard ? <Square /> : <Volume2 />}
        onClick={props.onHear}
      />
      <div className={styles['text']}>
        <p className={styles['label']}>{voice.label}</p>
        <p className={styles['engine']}>
          {voice.provider} · {voice.name}
          {gender === '' ? '' : ` · ${gender}`}
        </p>
      </div>
      {cast ? (
        <span className={styles['cast']}>
          <Check aria-hidden />
          {words.voices.cast}
        </span>
      ) : (
        <Button
          size="small"
          look="quiet"
          aria-label={words.voices.useNamed(voice.label)}
          onClick={props.onCast}
        >
          {words.voices.use}
        </Button>
      )}
    </li>
  )
}
