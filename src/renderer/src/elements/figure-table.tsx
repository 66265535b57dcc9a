// A table of figures: what each row is about stands left, its figures right; long names are shown whole on asking.
import { Fragment, type ReactNode } from 'react'
import styles from './figure-table.module.css'

export type FigureCell = string | { text: ReactNode; trouble?: boolean }
/** `title`: what is shown on asking, where it is not the name. */
export type FigureName = string | { text: string; title: string }
export type FigureRow = readonly [FigureName, ...FigureCell[]]

/** `rows`: the name of each, and a cell for every further column. Two rows may have the same name. */
export function FigureTable(props: {
  columns: readonly string[]
  rows: readonly FigureRow[]
  /** Below a row, over its whole width; null: nothing. */
  below?: (row: number) => ReactNode
  /** Shows how wide the column of names is. */
  className?: string | undefined
}) {
  const { columns, rows, below, className = '' } = props
  return (
    <table className={`${styles['table']} ${className}`}>
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
        {keyed(rows).map(({ key, name, cells }, row) => {
          const more = below?.(row) ?? null
          return (
            <Fragment key={key}>
              <tr>
                <th scope="row" title={name.title}>
                  <bdi>{name.text}</bdi>
                </th>
                {cells.map((cell, at) => (
                  <Cell key={columns[at + 1]} cell={cell} />
                ))}
              </tr>
              {more === null ? null : (
                <tr className={styles['below']}>
                  <td colSpan={columns.length}>{more}</td>
                </tr>
              )}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

const Cell = ({ cell }: { cell: FigureCell }) =>
  typeof cell === 'string' ? (
    <td>{cell}</td>
  ) : (
    <td data-trouble={cell.trouble || undefined}>{cell.text}</td>
  )

/** By its name, however many rows come and go before it; of the same name, in their order. */
function keyed(rows: readonly FigureRow[]) {
  const seen = new Map<string, number>()
  return rows.map(([given, ...cells]) => {
    const name = typeof given === 'string' ? { text: given, title: given } : given
    const before = seen.get(name.title) ?? 0
    seen.set(name.title, before + 1)
    return { key: `${before} ${name.title}`, name, cells }
  })
}
