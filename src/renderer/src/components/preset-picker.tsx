// What kind of server it is; the choice fills the form with what is known of the kind.
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useId } from 'react'
import type { ServerKind, ServerPreset } from '../../../contract/index.ts'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'
import styles from './server-dialog.module.css'

export function PresetPicker(props: {
  presets: readonly ServerPreset[]
  kind: ServerKind
  onPick: (preset: ServerPreset) => void
}) {
  const { since } = useFace()
  const name = useId()
  const pick = (kind: ServerKind) => {
    const preset = props.presets.find((one) => one.kind === kind)
    if (preset !== undefined) props.onPick(preset)
  }
  return (
    <section>
      <h3 className={styles['head']} id={name}>
        {words.servers.kind}
      </h3>
      <RadioGroup
        aria-labelledby={name}
        className={styles['presets']}
        value={props.kind}
        onValueChange={pick}
      >
        {props.presets.map((preset) => (
          <label key={preset.kind} htmlFor={`${name}-${preset.kind}`} className={styles['preset']}>
            <Radio.Root
              id={`${name}-${preset.kind}`}
              value={preset.kind}
              className={styles['radio']}
            >
              <Radio.Indicator className={styles['dot']} />
            </Radio.Root>
            <span>
              <strong>{preset.name}</strong>
              <small>{words.servers.kindTexts[preset.kind]}</small>
              {preset.endsAt === null ? null : (
                <small className={styles['ends']}>
                  {Date.parse(preset.endsAt) > since
                    ? words.servers.ends(preset.endsAt)
                    : words.servers.ended(preset.endsAt)}
                </small>
              )}
            </span>
          </label>
        ))}
      </RadioGroup>
    </section>
  )
}
