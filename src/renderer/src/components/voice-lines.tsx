// Languages and voices as one list of which only the part in view is drawn.
import { useRef } from 'react'
import type { Voice, VoiceId, VoiceSource } from '../../../contract/index.ts'
import { useVirtualRows } from '../hooks/use-virtual-rows.ts'
import type { VoiceLine } from '../state/voices.ts'
import { words } from '../words.ts'
import styles from './voice-chooser.module.css'
import { VoiceItem } from './voice-item.tsx'

const voiceHeight = 50
const languageHeight = 30

export function VoiceLines(props: {
  lines: readonly VoiceLine[]
  sources: readonly VoiceSource[]
  /** Null: none of them. */
  cast: VoiceId | null
  hearing: VoiceId | null
  /** What using a voice is called; for the book where it is absent. */
  useNamed?: (label: string) => string
  onHear: (voice: Voice) => void
  onCast: (voice: Voice) => void
}) {
  const { lines, sources } = props
  const scroller = useRef<HTMLDivElement>(null)
  const list = useVirtualRows({
    count: lines.length,
    scroller,
    heightOf: (index) => (lines[index]?.kind === 'language' ? languageHeight : voiceHeight),
    overscan: 10,
  })
  const total = lines.filter(({ kind }) => kind === 'voice').length
  return (
    <div ref={scroller} className={styles['found']} tabIndex={-1}>
      <ul
        aria-label={words.voices.list}
        className={styles['lines']}
        style={{ height: list.getTotalSize() }}
      >
        {list.getVirtualItems().map((item) => {
          const line = lines[item.index]
          if (line === undefined) return null
          const place = { height: item.size, transform: `translateY(${item.start}px)` }
          if (line.kind === 'language')
            return (
              <li key={`language ${line.language}`} className={styles['line']} style={place}>
                <h3 className={styles['language']}>{words.language(line.language)}</h3>
              </li>
            )
          const { voice } = line
          return (
            <VoiceItem
              key={voice.id}
              voice={voice}
              source={sources.find(({ name }) => name === voice.provider)}
              cast={voice.id === props.cast}
              heard={voice.id === props.hearing}
              useLabel={(props.useNamed ?? words.voices.useNamed)(voice.label)}
              className={styles['line'] ?? ''}
              style={place}
              position={line.position}
              total={total}
              onHear={() => props.onHear(voice)}
              onCast={() => props.onCast(voice)}
            />
          )
        })}
      </ul>
    </div>
  )
}
