// In which tone a segment is said, set by hand: one of a few, and a phrase for voices that understand more.
import { type KeyboardEvent, useState } from 'react'
import { longest, type Delivery, type Tone, tones } from '../../../contract/index.ts'
import { ChoiceField } from '../elements/choice-field.tsx'
import { Field } from '../elements/field.tsx'
import field from '../elements/field.module.css'
import { words } from '../words.ts'

const { delivery: say } = words
const choices = [
  { value: 'none' as const, label: say.none },
  ...tones.map((value) => ({ value, label: say.tones[value] })),
]

export function SegmentDelivery(props: {
  /** Null: in its voice's own tone. */
  delivery: Delivery | null
  onChange: (delivery: Delivery | null) => void
}) {
  const { delivery, onChange } = props
  const choose = (tone: Tone | 'none') =>
    onChange(tone === 'none' ? null : { tone, phrase: delivery?.phrase ?? '' })
  return (
    <>
      <ChoiceField
        label={say.title}
        hint={say.text}
        value={delivery?.tone ?? 'none'}
        choices={choices}
        onChange={choose}
      />
      {delivery === null ? null : (
        <PhraseField
          key={delivery.phrase}
          phrase={delivery.phrase}
          onKeep={(phrase) => onChange({ ...delivery, phrase })}
        />
      )}
    </>
  )
}

/** Enter or leaving keeps it, Escape leaves it as it was. */
function PhraseField({ phrase, onKeep }: { phrase: string; onKeep: (phrase: string) => void }) {
  const [written, setWritten] = useState(phrase)
  const keep = () => {
    if (written.trim() !== phrase) onKeep(written.trim())
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur()
    if (event.key !== 'Escape') return
    event.stopPropagation()
    setWritten(phrase)
  }
  return (
    <Field label={say.phrase} note={say.phraseNote} hint={say.phraseHint}>
      {(names) => (
        <input
          {...names}
          className={field['input']}
          value={written}
          maxLength={longest.phrase}
          onChange={(event) => setWritten(event.currentTarget.value)}
          onBlur={keep}
          onKeyDown={press}
        />
      )}
    </Field>
  )
}
