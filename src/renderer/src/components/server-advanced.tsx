// What few servers need: format, instructions, voices by hand, limits, price, and plain http.
import { useState } from 'react'
import { SpeechFormat } from '../../../contract/speech-server.ts'
import { Fold } from '../elements/fold.tsx'
import { ChoiceField } from '../elements/choice-field.tsx'
import { LinesField } from '../elements/lines-field.tsx'
import { TextField } from '../elements/text-field.tsx'
import { SwitchRow } from '../elements/switch-row.tsx'
import type { ServerForm } from '../hooks/use-server-form.ts'
import { asksPlainly } from '../state/server-draft.ts'
import { words } from '../words.ts'
import styles from './server-dialog.module.css'

const formats = SpeechFormat.options.map((value) => ({
  value,
  label: words.servers.formats[value],
}))
const atOnce = (['usual', 'found', 'number'] as const).map((value) => ({
  value,
  label: words.servers.atOnceKinds[value],
}))
const hidden = ['lanes', 'requestsPerMinute', 'charactersPerMinute', 'price', 'currency'] as const

export function ServerAdvanced({ form }: { form: ServerForm }) {
  const { draft, change, problemOf } = form
  const [open, setOpen] = useState(false)
  // What is wrong inside must be seen.
  const wrong = hidden.some((field) => problemOf(field) !== undefined)
  const plain = asksPlainly(draft.addresses)
  return (
    <>
      {plain || draft.allowPlain ? (
        <SwitchRow
          label={words.servers.allowPlain}
          text={words.servers.allowPlainText}
          checked={draft.allowPlain}
          onChange={(allowPlain) => change({ allowPlain })}
          warns
        />
      ) : null}
      <Fold
        className={styles['advanced']}
        open={open || wrong}
        onToggle={setOpen}
        summary={words.servers.advanced}
      >
        <div className={styles['fields']}>
          <ChoiceField
            label={words.servers.format}
            value={draft.format}
            choices={formats}
            onChange={(format) => change({ format })}
          />
          <TextField
            label={words.servers.languages}
            hint={words.servers.languagesHint}
            value={draft.languages}
            onChange={(languages) => change({ languages })}
          />
          <div className={styles['whole']}>
            <LinesField
              label={words.servers.instructions}
              hint={words.servers.instructionsHint}
              value={draft.instructions}
              onChange={(instructions) => change({ instructions })}
            />
          </div>
          <div className={styles['whole']}>
            <LinesField
              label={words.servers.voices}
              hint={words.servers.voicesHint}
              value={draft.voices}
              onChange={(voices) => change({ voices })}
            />
          </div>
          <ChoiceField
            label={words.servers.atOnce}
            value={draft.atOnce}
            choices={atOnce}
            onChange={(chosen) => change({ atOnce: chosen })}
          />
          {draft.atOnce === 'number' ? (
            <TextField
              label={words.servers.atOnceNumber}
              value={draft.lanes}
              inputMode="numeric"
              problem={problemOf('lanes')}
              onChange={(lanes) => change({ lanes })}
            />
          ) : (
            <span />
          )}
          <TextField
            label={words.servers.requests}
            hint={words.servers.limitHint}
            value={draft.requestsPerMinute}
            inputMode="numeric"
            problem={problemOf('requestsPerMinute')}
            onChange={(requestsPerMinute) => change({ requestsPerMinute })}
          />
          <TextField
            label={words.servers.characters}
            hint={words.servers.limitHint}
            value={draft.charactersPerMinute}
            inputMode="numeric"
            problem={problemOf('charactersPerMinute')}
            onChange={(charactersPerMinute) => change({ charactersPerMinute })}
          />
          <div className={`${styles['whole']} ${styles['pair']}`}>
            <TextField
              label={words.servers.price}
              hint={priceHint(form)}
              value={draft.price}
              inputMode="decimal"
              problem={problemOf('price')}
              onChange={(price) => change({ price })}
            />
            <TextField
              label={words.servers.currency}
              value={draft.currency}
              problem={problemOf('currency')}
              onChange={(currency) => change({ currency })}
            />
          </div>
        </div>
      </Fold>
    </>
  )
}

function priceHint({ draft: { priceBefore } }: ServerForm): string {
  if (priceBefore === null) return words.servers.priceHint
  const { perMillionCharacters, currency, asOf, source } = priceBefore
  return words.servers.priceOf(perMillionCharacters, currency, asOf, source)
}
