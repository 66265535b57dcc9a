// Which of the studio's work is slow, and how much of it fails.
import type { OperationPerformance } from '../../../contract/index.ts'
import { operationRows } from '../state/operation-figures.ts'
import { FigureTable } from '../elements/figure-table.tsx'
import { ScrollSection } from '../elements/scroll-section.tsx'
import { words } from '../words.ts'
import styles from './operation-table.module.css'

export function OperationTable(props: { operations: readonly OperationPerformance[] }) {
  const { title, columns, growthNote } = words.performance.operations
  return (
    <ScrollSection className={styles['operations']} label={title}>
      <FigureTable
        columns={columns}
        rows={operationRows(props.operations)}
        className={styles['table']}
      />
      <p className={styles['note']}>{growthNote}</p>
    </ScrollSection>
  )
}
