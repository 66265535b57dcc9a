// Notes and what becomes of them; what that needs, what would be sent, and the button that writes.
import { FileText, PenLine } from 'lucide-react'
import { type RefObject, useRef } from 'react'
import { scriptForms } from '../../../contract/index.ts'
import { bookNames } from '../client/pick-files.ts'
import { Button } from '../elements/button.tsx'
import { ChoiceField } from '../elements/choice-field.tsx'
import { LinesField } from '../elements/lines-field.tsx'
import { TextField } from '../elements/text-field.tsx'
import { FileInput } from '../elements/file-input.tsx'
import type { WriteFormNow } from '../hooks/use-write-form.ts'
import type { ModelServer, TokenAmount } from '../state/model-server.ts'
import { languagesWith } from '../state/asked-languages.ts'
import { withForm, type WriteFields } from '../state/write-fields.ts'
import { words } from '../words.ts'
import { writeWords } from '../write-words.ts'
import { BudgetField } from './budget-field.tsx'
import { WriteEstimate } from './write-estimate.tsx'
import styles from './write-dialog.module.css'

const say = writeWords

export function WriteForm(props: {
  form: WriteFormNow
  /** Null: none is set, and nothing can be written. */
  model: ModelServer<TokenAmount> | null
  /** Where one begins. */
  first: RefObject<HTMLTextAreaElement | null>
  onStarted: (jobId: string) => void
}) {
  const { form, model, first, onStarted } = props
  const { fields, problems } = form
  const change = (part: Partial<WriteFields>) => form.change({ ...fields, ...part })
  return (
    <form
      className={styles['form']}
      aria-label={words.keys.deeds['write-script']}
      noValidate
      {...form.place}
      onSubmit={(event) => {
        event.preventDefault()
        void form.start().then((job) => job && onStarted(job.jobId))
      }}
    >
      <LinesField
        ref={first}
        label={say.notes}
        hint={say.notesHint}
        rows={8}
        value={fields.notes}
        problem={problems.notes}
        onChange={(notes) => change({ notes })}
      />
      <Document form={form} />
      <div className={styles['pair']}>
        <TextField
          label={say.name}
          note={say.nameNote}
          value={fields.title}
          onChange={(title) => change({ title })}
        />
        <ChoiceField
          label={say.form}
          value={fields.form}
          choices={scriptForms.map((value) => ({ value, label: say.forms[value] }))}
          onChange={(chosen) => form.change(withForm(fields, chosen))}
        />
        <TextField
          label={say.speakers}
          hint={say.speakersHint}
          value={fields.speakers}
          problem={problems.speakers}
          onChange={(speakers) => change({ speakers })}
        />
        <ChoiceField
          label={say.language}
          value={fields.language}
          choices={languagesWith(fields.language, words.language)}
          onChange={(language) => change({ language })}
        />
      </div>
      <WriteEstimate wish={form.wish} model={model} />
      {model === null || model.price === null ? null : (
        <BudgetField form={form.budget} currency={model.price.currency} hint={say.budgetHint} />
      )}
      <div className={styles['actions']}>
        <Button
          type="submit"
          look="primary"
          icon={<PenLine aria-hidden />}
          disabled={model === null || form.isStarting || form.isReading}
        >
          {say.start}
        </Button>
      </div>
    </form>
  )
}

function Document({ form }: { form: WriteFormNow }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div>
      <Button
        size="small"
        icon={<FileText aria-hidden />}
        disabled={form.isReading}
        onClick={() => input.current?.click()}
      >
        {form.isReading ? say.reading : say.choose}
      </Button>
      <FileInput
        ref={input}
        label={say.choose}
        accept={bookNames}
        onFiles={([file]) => void form.read(file)}
      />
    </div>
  )
}
