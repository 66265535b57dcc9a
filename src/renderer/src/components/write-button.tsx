// The way to a book that is not there yet: written from notes.
import { PenLine } from 'lucide-react'
import { Button, IconButton } from '../elements/button.tsx'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'

/** `isSmall`: its sign alone. */
export function WriteButton({ isSmall }: { isSmall?: boolean }) {
  const { writing } = useFace()
  return isSmall ? (
    <IconButton
      label={words.keys.deeds['write-script']}
      icon={<PenLine />}
      onClick={writing.show}
    />
  ) : (
    <Button look="quiet" size="small" icon={<PenLine aria-hidden />} onClick={writing.show}>
      {words.keys.deeds['write-script']}
    </Button>
  )
}
