// Fields of the form of a model's server: its name, what it costs.
import { ChoiceField } from '../elements/choice-field.tsx'
import { TextField } from '../elements/text-field.tsx'
import type { ModelForm } from '../hooks/use-model-form.ts'

/** With the names that its server lists, once that was checked. */
export function ModelName<P extends string>(props: {
  form: ModelForm<P>
  listed: readonly string[]
}) {
  const { form, listed } = props
  const { draft, change, problemOf } = form
  const { say } = form.kind
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

export function ModelPrice<P extends string>({ form }: { form: ModelForm<P> }) {
  const { draft, change, problemOf } = form
  const { amounts, say } = form.kind
  return (
    <>
      {amounts.map((name) => (
        <TextField
          key={name}
          label={say.amounts[name]}
          // Once, below all of them.
          hint={name === amounts.at(-1) ? say.priceHint : undefined}
          value={draft.amounts[name]}
          inputMode="decimal"
          problem={problemOf(name)}
          onChange={(amount) => change({ amounts: { ...draft.amounts, [name]: amount } })}
        />
      ))}
      <TextField
        label={say.currency}
        value={draft.currency}
        problem={problemOf('currency')}
        onChange={(currency) => change({ currency })}
      />
    </>
  )
}
