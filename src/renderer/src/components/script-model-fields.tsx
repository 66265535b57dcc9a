// Fields of the language model's form: its name, plain http, what it costs.
import { useId } from 'react'
import { ChoiceField, TextField } from '../elements/field.tsx'
import { Toggle } from '../elements/toggle.tsx'
import type { ModelForm } from '../hooks/use-model-form.ts'
import { words } from '../words.ts'
import styles from './server-dialog.module.css'

const { model: say } = words.script

/** With the names that its server lists, once that was checked. */
export function ModelName({ form, listed }: { form: ModelForm; listed: readonly string[] }) {
  const { draft, change, problemOf } = form
  const isListed = listed.includes(draft.model.trim())
  return (
    <>
      <TextField
        label={say.name}
        hint={listed.length === 0 ? say.nameHint : say.nameHintKnown(listed.length)}
        value={draft.model}
        problem={problemOf('model')}
        options={listed}
        onChange={(model) => change({ model })}
      />
      {listed.length === 0 || isListed ? null : (
        <ChoiceField
          label={say.listed}
          value=""
          choices={[
            { value: '', label: say.listedNone },
            ...listed.map((value) => ({ value, label: value })),
          ]}
          onChange={(model) => (model === '' ? undefined : change({ model }))}
        />
      )}
    </>
  )
}

export function PlainHttp({ form: { draft, change } }: { form: ModelForm }) {
  const id = useId()
  return (
    <div className={styles['switch']} data-on={draft.allowPlain || undefined}>
      <div>
        <strong id={id}>{words.servers.allowPlain}</strong>
        <p id={`${id}-text`}>{words.servers.allowPlainText}</p>
      </div>
      <Toggle
        aria-labelledby={id}
        aria-describedby={`${id}-text`}
        checked={draft.allowPlain}
        onChange={(allowPlain) => change({ allowPlain })}
      />
    </div>
  )
}

export function ModelPrice({ form: { draft, change, problemOf } }: { form: ModelForm }) {
  return (
    <>
      <TextField
        label={say.priceIn}
        value={draft.priceIn}
        inputMode="decimal"
        problem={problemOf('priceIn')}
        onChange={(priceIn) => change({ priceIn })}
      />
      <TextField
        label={say.priceOut}
        hint={say.priceHint}
        value={draft.priceOut}
        inputMode="decimal"
        problem={problemOf('priceOut')}
        onChange={(priceOut) => change({ priceOut })}
      />
      <TextField
        label={say.currency}
        value={draft.currency}
        problem={problemOf('currency')}
        onChange={(currency) => change({ currency })}
      />
    </>
  )
}
