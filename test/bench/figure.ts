// One measured figure, with what it is compared to and what it should be.

export type Figure = {
  what: string
  /** What was measured, with its unit in the text. */
  measured: string
  comparedTo: string
  /** Ours against it: above 1 is better than it, unless the text says otherwise. */
  ratio: number | null
  goal: string
}

export function printTable(figures: readonly Figure[]): void {
  const header = {
    what: 'what',
    measured: 'measured',
    comparedTo: 'compared to',
    ratio: 'ratio',
    goal: 'goal',
  }
  const rows = [
    header,
    ...figures.map((row) => ({ ...row, ratio: row.ratio === null ? '–' : row.ratio.toFixed(3) })),
  ]
  const columns = ['what', 'measured', 'comparedTo', 'ratio', 'goal'] as const
  const widths = columns.map((column) => Math.max(...rows.map((row) => row[column].length)))
  for (const row of rows)
    console.log(columns.map((column, index) => row[column].padEnd(widths[index] ?? 0)).join('  '))
}
