// A prefix, which hardly anybody changes: folded away, and open where it is wrong.
import { useState } from 'react'
import { TextField } from '../elements/text-field.tsx'
import { Fold } from '../elements/fold.tsx'
import { words } from '../words.ts'

export function PrefixFold(props: {
  label: string
  hint: string
  value: string
  problem: string | undefined
  onChange: (prefix: string) => void
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Fold
      // What is wrong inside must be seen.
      open={isOpen || props.problem !== undefined}
      onToggle={setOpen}
      summary={words.servers.advanced}
    >
      <TextField {...props} />
    </Fold>
  )
}
