// A voice of the list.
import { Check, Square, Volume2 } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { Voice, VoiceSource } from '../../../contract/index.ts'
import { Badge } from '../elements/badge.tsx'
import { Button, IconButton } from '../elements/button.tsx'
import { words } from '../words.ts'
import styles from './voice-item.module.css'

export function VoiceItem(props: {
  voice: Voice
  /** Undefined when its source is gone. */
  source: VoiceSource | undefined
  cast: boolean
  heard: boolean
  /** What its button does, with its name. */
  useLabel: string
  className: string
  style: CSSProperties
  /** Of all voices that were found, from 1. */
  position: number
  total: number
  onHear: () => void
  onCast: () => void
}) {
  const { voice, source, cast, heard } = props
  const gender = words.voices.genders[voice.gender]
  const about = [source?.label ?? voice.provider, voice.name, gender]
    .filter((word) => word !== '' && word !== voice.label)
    .join(' · ')
  return (
    <li
      className={props.className}
      style={props.style}
      aria-posinset={props.position}
      aria-setsize={props.total}
    >
      <div className={styles['voice']} data-cast={cast || undefined}>
        <IconButton
          plain
          size="small"
          look="outline"
          label={heard ? words.voices.stop(voice.label) : words.voices.hear(voice.label)}
          icon={heard ? <Square /> : <Volume2 />}
          onClick={props.onHear}
        />
        <div className={styles['text']}>
          <p className={styles['head']}>
            <span className={styles['label']} title={voice.label}>
              {voice.label}
            </span>
            {voice.kind === 'embedded' || voice.draft === true ? (
              <Badge tone="warn">{words.voices.draft}</Badge>
            ) : null}
            {source?.paid === true ? <Badge tone="info">{words.voices.paid}</Badge> : null}
          </p>
          <p className={styles['engine']} title={about}>
            {about}
          </p>
        </div>
        {cast ? (
          <span className={styles['cast']}>
            <Check aria-hidden />
            {words.voices.cast}
          </span>
        ) : (
          <Button size="small" look="quiet" aria-label={props.useLabel} onClick={props.onCast}>
            {words.voices.use}
          </Button>
        )}
      </div>
    </li>
  )
}
