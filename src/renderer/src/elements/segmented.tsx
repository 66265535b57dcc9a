// A choice between a few words that stand side by side; arrow keys move it.
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import styles from './segmented.module.css'

export function Segmented<T extends string>(props: {
  label: string
  value: T
  choices: readonly { value: T; label: string }[]
  onChange: (value: T) => void
}) {
  return (
    <RadioGroup
      className={styles['group']}
      aria-label={props.label}
      value={props.value}
      onValueChange={(value) => {
        const chosen = props.choices.find((choice) => choice.value === value)
        if (chosen !== undefined) props.onChange(chosen.value)
      }}
    >
      {props.choices.map(({ value, label }) => (
        <Radio.Root key={value} value={value} className={styles['choice']} aria-label={label}>
          {label}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
