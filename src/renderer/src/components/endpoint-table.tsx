// The places that speak: how many segments each is given at once, and whether it is left alone.
import type { EndpointPerformance } from '../../../contract/index.ts'
import { endpointState } from '../state/endpoint-state.ts'
import { FigureTable } from '../elements/figure-table.tsx'
import { failureSentence, words } from '../words.ts'
import styles from './endpoint-table.module.css'

const { endpointColumns: columns } = words.performance

/** Drawn anew with each measurement, so its countdowns need no clock of their own. */
export function EndpointTable(props: { endpoints: readonly EndpointPerformance[]; at: number }) {
  if (props.endpoints.length === 0) return null
  return (
    <section className={styles['endpoints']} aria-label={words.performance.endpoints}>
      <FigureTable
        columns={[columns.label, columns.width, columns.busy, columns.state]}
        rows={props.endpoints.map((endpoint) => {
          const { word, fine } = endpointState(endpoint, props.at)
          const { id, label, width, busy } = endpoint
          const name = { text: label, title: id }
          return [name, words.count(width), words.count(busy), { text: word, trouble: !fine }]
        })}
        className={styles['table']}
      />
      {props.endpoints.map(({ id, label, lastFailure }) =>
        lastFailure === null ? null : (
          <p key={id}>
            {words.performance.lastFailure(label, lastFailure.at)}{' '}
            {failureSentence(lastFailure.failure)}
          </p>
        ),
      )}
    </section>
  )
}
