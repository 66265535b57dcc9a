// One of a few, each on a card that says what it is.
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useId } from 'react'
import styles from './choice-cards.module.css'

export type ChoiceCard<T extends string> = {
  value: T
  label: string
  text: string
  /** What should be known before it is chosen. */
  warning?: string | undefined
}

export function ChoiceCards<T extends string>(props: {
  label: string
  value: T
  cards: readonly ChoiceCard<T>[]
  /** Small cards, three in a row. */
  compact?: boolean
  onChange: (value: T) => void
}) {
  const name = useId()
  return (
    <section>
      <h3 className={styles['head']} id={name}>
        {props.label}
      </h3>
      <RadioGroup
        aria-labelledby={name}
        className={`${styles['cards']} ${props.compact === true ? styles['compact'] : ''}`}
        value={props.value}
        onValueChange={props.onChange}
      >
        {props.cards.map(({ value, label, text, warning }) => (
          <label key={value} htmlFor={`${name}-${value}`} className={styles['card']}>
            <Radio.Root id={`${name}-${value}`} value={value} className={styles['radio']}>
              <Radio.Indicator className={styles['dot']} />
            </Radio.Root>
            <span>
              <strong>{label}</strong>
              <small>{text}</small>
              {warning === undefined ? null : (
                <small className={styles['warning']}>{warning}</small>
              )}
            </span>
          </label>
        ))}
      </RadioGroup>
    </section>
  )
}
