// Asks for books: by the door's own dialog in Electron, by the browser's on the web.
import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { bookNames } from '../client/pick-files.ts'
import { Button, type ButtonProps } from '../elements/button.tsx'
import { FileInput } from '../elements/file-input.tsx'
import { useDeeds } from '../hooks/use-deeds.ts'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'

export function AddBookButton({
  look = 'primary',
  size = 'medium',
}: Pick<ButtonProps, 'look' | 'size'>) {
  const { connection, imports } = useFace()
  const input = useRef<HTMLInputElement>(null)
  const choose = () =>
    connection.host.door === 'web' ? input.current?.click() : void imports.choose()
  useDeeds({ 'add-book': choose })
  return (
    <>
      <Button look={look} size={size} icon={<Plus aria-hidden />} onClick={choose}>
        {words.library.add}
      </Button>
      <FileInput
        ref={input}
        asks="files"
        label={words.library.bookFiles}
        accept={bookNames}
        onFiles={(files) => void imports.addFiles(files)}
      />
    </>
  )
}
