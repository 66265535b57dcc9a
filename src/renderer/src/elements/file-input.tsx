// The browser's own dialog for files: shown to nobody, nor told; a button beside it clicks it.
import type { Ref } from 'react'

/** Every browser has it; no standard and no type does. */
const asksForFolder = { webkitdirectory: '' }

type FileInputProps = {
  ref: Ref<HTMLInputElement>
  /** Its name, which is that of the button. */
  label: string
  /** Kinds and endings, as the attribute has them; all files without. */
  accept?: string
  /** One file without. */
  asks?: 'files' | 'folder'
  /** Not called where nothing was chosen. */
  onFiles: (files: [File, ...File[]]) => void
}

export const FileInput = ({ ref, label, accept, asks, onFiles }: FileInputProps) => (
  <input
    ref={ref}
    type="file"
    hidden
    aria-label={label}
    accept={accept}
    multiple={asks === 'files'}
    {...(asks === 'folder' && asksForFolder)}
    onChange={({ currentTarget: input }) => {
      const [first, ...others] = input.files ?? []
      // The same files may be chosen again later.
      input.value = ''
      if (first !== undefined) onFiles([first, ...others])
    }}
  />
)
