// How much a paid voice may spend, below what there is to be known of it, and the way to begin.
import { Mic } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '../elements/button.tsx'
import { TextField } from '../elements/text-field.tsx'
import { useBook } from '../hooks/use-book.ts'
import { budgetOf } from '../state/narration.ts'
import { words } from '../words.ts'
import styles from './narrate-dialog.module.css'

type BudgetProps = {
  currency: string | undefined
  label: string
  hint: string
  start: string
  children: ReactNode
}

export function Budget({ currency, label, hint, start, children }: BudgetProps) {
  const { narration } = useBook()
  const [written, setWritten] = useState('')
  const [tried, setTried] = useState(false)
  const budget = budgetOf(written)
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (budget !== null) void narration.confirm(budget)
      }}
    >
      {children}
      <TextField
        label={label}
        note={[currency, words.narration.budgetOptional].filter(Boolean).join(', ')}
        hint={hint}
        inputMode="decimal"
        value={written}
        problem={tried && budget === null ? words.narration.budgetProblem : undefined}
        onChange={setWritten}
      />
      <div className={styles['actions']}>
        <Button onClick={narration.dismiss}>{words.narration.notNow}</Button>
        <Button type="submit" look="primary" icon={<Mic aria-hidden />}>
          {start}
        </Button>
      </div>
    </form>
  )
}
