// A table of figures: what each row is about stands left, its figures right; long names are shown whole on asking.
import styles from './figure-table.module.css'

/** `rows`: the name of each, and a cell for every further column. Two rows may have the same name. */
export function FigureTable(props: {
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  /** Shows how wide the column of names is. */
  className?: string | undefined
}) {
  const { columns, rows, className = '' } = props
  return (
    <table className={`${styles['table']} ${styles['long']} ${className}`}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" title={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], row) => (
          <tr key={`${name} ${row}`}>
            <th scope="row" title={name}>
              {name}
            </th>
            {cells.map((cell, at) => (
              <td key={columns[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
