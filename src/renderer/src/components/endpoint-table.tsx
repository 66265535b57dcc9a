// The places that speak: how many segments each is given at once, and whether it is left alone.
import type { EndpointPerformance } from '../../../contract/index.ts'
import { endpointState } from '../state/endpoint-state.ts'
import figures from '../elements/figure-table.module.css'
import { failureSentence, words } from '../words.ts'
import styles from './endpoint-table.module.css'

const { endpointColumns: columns } = words.performance

/** Drawn anew with each measurement, so its countdowns need no clock of their own. */
export function EndpointTable(props: { endpoints: readonly EndpointPerformance[]; at: number }) {
  if (props.endpoints.length === 0) return null
  return (
    <section className={styles['endpoints']} aria-label={words.performance.endpoints}>
      <table className={`${figures['table']} ${styles['table']}`}>
        <thead>
          <tr>
            <th scope="col">{columns.label}</th>
            <th scope="col">{columns.width}</th>
            <th scope="col">{columns.busy}</th>
            <th scope="col">{columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {props.endpoints.map((endpoint) => {
            const { word, fine } = endpointState(endpoint, props.at)
            return (
              <tr key={endpoint.id}>
                <th scope="row" title={endpoint.id}>
                  {endpoint.label}
                </th>
                <td>{words.count(endpoint.width)}</td>
                <td>{words.count(endpoint.busy)}</td>
                <td data-trouble={fine ? undefined : true}>{word}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
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
