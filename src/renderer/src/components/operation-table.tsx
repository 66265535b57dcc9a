// Which of the studio's work is slow, and how much of it fails.
import type { OperationPerformance } from '../../../contract/index.ts'
import { operationRows } from '../state/operation-figures.ts'
import figures from '../elements/figure-table.module.css'
import { words } from '../words.ts'
import styles from './operation-table.module.css'

export function OperationTable(props: { operations: readonly OperationPerformance[] }) {
  const { title, columns } = words.performance.operations
  return (
    // Longer than the panel is high: the keyboard must be able to scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['operations']} aria-label={title} tabIndex={0}>
      <table className={`${figures['table']} ${styles['table']}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {operationRows(props.operations).map(([name, ...figures]) => (
            <tr key={name}>
              <th scope="row" title={name}>
                {name}
              </th>
              {figures.map((figure, at) => (
                <td key={columns[at + 1]}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
