// A book's title, authors and cover, as a person wants them.
import { ImagePlus } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ProjectSummary } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { LinesField } from '../elements/lines-field.tsx'
import { TextField } from '../elements/text-field.tsx'
import { FileInput } from '../elements/file-input.tsx'
import { Modal } from '../elements/modal.tsx'
import type { ShelfDeeds } from '../hooks/use-shelf-deeds.ts'
import { words } from '../words.ts'
import { Cover } from './cover.tsx'
import styles from './describe-dialog.module.css'

type Chosen = File | 'none' | undefined

export function DescribeDialog(props: {
  book: ProjectSummary
  onSave: ShelfDeeds['describe']
  onClose: () => void
}) {
  const { book } = props
  const { form } = words.shelf
  const [title, setTitle] = useState(book.title)
  const [authors, setAuthors] = useState(book.authors.join('\n'))
  const [cover, setCover] = useState<Chosen>(undefined)
  const [tried, setTried] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const names = authors
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean)
  const save = async () => {
    setTried(true)
    if (title.trim() === '') return
    const said = { title: title.trim(), authors: names, ...(cover !== undefined && { cover }) }
    if (await props.onSave(book, said)) props.onClose()
  }
  return (
    <Modal
      open
      title={form.title}
      description={form.description}
      closeLabel={words.app.close}
      first={first}
      onClose={props.onClose}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          ref={first}
          label={form.name}
          value={title}
          problem={tried && title.trim() === '' ? form.nameProblem : undefined}
          onChange={setTitle}
        />
        <LinesField
          label={form.authors}
          hint={form.authorsHint}
          rows={Math.max(2, names.length + 1)}
          value={authors}
          onChange={setAuthors}
        />
        <CoverChoice book={{ ...book, title, authors: names }} chosen={cover} onChange={setCover} />
        <div className={styles['actions']}>
          <Button onClick={props.onClose}>{form.cancel}</Button>
          <Button type="submit" look="primary">
            {form.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function CoverChoice(props: {
  book: ProjectSummary
  chosen: Chosen
  onChange: (chosen: Chosen) => void
}) {
  const { book, chosen, onChange } = props
  const { form } = words.shelf
  const input = useRef<HTMLInputElement>(null)
  const preview = useAddress(chosen instanceof File ? chosen : null)
  const shown = chosen === undefined ? book.cover : preview
  return (
    <div className={styles['cover']} role="group" aria-label={form.cover}>
      <div className={styles['picture']}>
        <Cover cover={shown} title={book.title} author={book.authors.join(', ')} />
      </div>
      <div className={styles['choice']}>
        <strong>{form.cover}</strong>
        <p>{chosen instanceof File ? form.chosen(chosen.name) : form.coverHint}</p>
        <Button
          size="small"
          icon={<ImagePlus aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {form.choose}
        </Button>
        {chosen === undefined ? null : (
          <Button size="small" look="quiet" onClick={() => onChange(undefined)}>
            {form.asItWas}
          </Button>
        )}
        {shown === null ? null : (
          <Button size="small" look="quiet" onClick={() => onChange('none')}>
            {form.none}
          </Button>
        )}
      </div>
      <FileInput
        ref={input}
        label={form.choose}
        accept="image/jpeg,image/png"
        onFiles={([picture]) => onChange(picture)}
      />
    </div>
  )
}

/** Shows a file that was not sent yet, for as long as it is chosen. */
function useAddress(file: File | null): ProjectSummary['cover'] {
  const address = useMemo(() => (file === null ? null : URL.createObjectURL(file)), [file])
  useEffect(() => (address === null ? undefined : () => URL.revokeObjectURL(address)), [address])
  return address === null ? null : { mediaType: 'image/png', address }
}
