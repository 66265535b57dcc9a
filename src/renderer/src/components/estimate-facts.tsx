// What something needs before it is begun: facts in two columns, and what it costs. Less plain while it is counted anew.
import { Fragment } from 'react'
import { words } from '../words.ts'
import facts from './narrate-dialog.module.css'
import styles from './script-panel.module.css'

type EstimateFactsProps = {
  isCurrent: boolean
  /** Each by its name. */
  facts: readonly (readonly [name: string, value: string])[]
  /** Null: it costs nothing, or nobody knows. */
  cost: { amount: number; currency: string } | null
  say: { estimate: string; cost: string; costUnknown: string }
}

export const EstimateFacts = ({ isCurrent, facts: rows, cost, say }: EstimateFactsProps) => (
  <dl
    className={`${facts['facts']} ${styles['facts']}`}
    aria-label={say.estimate}
    aria-busy={!isCurrent}
  >
    {rows.map(([name, value]) => (
      <Fragment key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </Fragment>
    ))}
    <dt>{say.cost}</dt>
    <dd>
      {cost === null ? say.costUnknown : <strong>{words.money(cost.amount, cost.currency)}</strong>}
    </dd>
  </dl>
)
