// Chips that leave only the voices of one kind of source.
import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import type { VoiceKind } from '../../../contract/index.ts'
import { words } from '../words.ts'
import styles from './voice-chooser.module.css'

export function VoiceFilter(props: {
  kinds: readonly VoiceKind[]
  kind: VoiceKind | null
  onKind: (kind: VoiceKind | null) => void
}) {
  if (props.kinds.length < 2) return null
  const chips = [
    { value: 'all', label: words.voices.all },
    ...props.kinds.map((kind) => ({ value: kind, label: words.voices.kinds[kind] })),
  ]
  return (
    <ToggleGroup
      className={styles['chips']}
      aria-label={words.voices.filter}
      value={[props.kind ?? 'all']}
      onValueChange={(chosen) =>
        props.onKind(props.kinds.find((kind) => chosen.includes(kind)) ?? null)
      }
    >
      {chips.map(({ value, label }) => (
        <Toggle key={value} value={value} className={styles['chip']}>
          {label}
        </Toggle>
      ))}
    </ToggleGroup>
  )
}
