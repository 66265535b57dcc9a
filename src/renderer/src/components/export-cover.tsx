// The cover of an export: the book's, until a picture is chosen for it.
import { ImagePlus } from 'lucide-react'
import { useId, useRef } from 'react'
import { Button } from '../elements/button.tsx'
import { FileInput } from '../elements/file-input.tsx'
import { useProject } from '../hooks/use-book.ts'
import { words } from '../words.ts'
import styles from './export-dialog.module.css'

export function ExportCover({
  chosen,
  onChange,
}: {
  chosen: File | null
  onChange: (cover: File | null) => void
}) {
  const { project } = useProject()
  const input = useRef<HTMLInputElement>(null)
  const name = useId()
  const text = useId()
  const own = project.cover === null ? words.export.coverNone : words.export.coverOwn
  return (
    <div className={styles['cover']} role="group" aria-labelledby={name}>
      <h3 id={name}>{words.export.cover}</h3>
      <p id={text}>{chosen === null ? own : chosen.name}</p>
      <Button
        size="small"
        icon={<ImagePlus aria-hidden />}
        aria-describedby={text}
        onClick={() => input.current?.click()}
      >
        {words.export.coverChoose}
      </Button>
      {chosen === null ? null : (
        <Button size="small" look="quiet" onClick={() => onChange(null)}>
          {words.export.coverBack}
        </Button>
      )}
      <FileInput
        ref={input}
        label={words.export.coverChoose}
        accept="image/jpeg,image/png"
        onFiles={([picture]) => onChange(picture)}
      />
    </div>
  )
}
