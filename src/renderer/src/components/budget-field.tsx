// How much a work may cost; left empty, whatever it does.
import { TextField } from '../elements/text-field.tsx'
import type { BudgetForm } from '../hooks/use-budget.ts'
import { scriptWords } from '../script-words.ts'
import { words } from '../words.ts'

export const BudgetField = (props: { form: BudgetForm; currency: string; hint: string }) => (
  <TextField
    label={scriptWords.script.ask.budget}
    note={`${props.currency}, ${words.narration.budgetOptional}`}
    hint={props.hint}
    inputMode="decimal"
    value={props.form.written}
    problem={props.form.isWrong ? words.narration.budgetProblem : undefined}
    onChange={props.form.write}
  />
)
