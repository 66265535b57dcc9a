// The measurements as plain text that people paste into a letter: tables whose columns stand in line.
import { words } from '../words.ts'
import { endpointState } from './endpoint-state.ts'
import type {
  Alert,
  FarmView,
  OperationPerformance,
  ProcessPerformance,
} from '../../../contract/index.ts'
import { farmWords } from '../farm-words.ts'
import { farmTexts } from './farm-figures.ts'
import { operationRows } from './operation-figures.ts'
import { processRows } from './process-figures.ts'
import type { Samples } from './performance.ts'
import { actWords, chartRows, governorActs, lineFigures } from './performance-charts.ts'
import { type Figure, machineFigures, speechFigures } from './performance-figures.ts'

/** Cells of a column as wide as its widest; the first stands left, figures stand right. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const wide = (at: number) => Math.max(...rows.map((row) => row[at]?.length ?? 0))
  const line = (row: readonly string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(wide(0)) : cell.padStart(wide(at)))).join('  ')
  return rows.map((row) => line(row).trimEnd()).join('\n')
}

/** Empty without rows. */
const tableOf = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0 ? '' : textTable([titles, ...rows])

const figureRow = ({ name, value, note }: Figure): string[] => [
  name,
  note === undefined ? value : `${value} (${note})`,
]

/** What is told beside the samples. */
export type PerformanceFacts = {
  alerts: readonly Alert[]
  operations: readonly OperationPerformance[]
  processes: readonly ProcessPerformance[]
  farm: FarmView | null
}

/** Empty while nothing was measured. */
export function performanceText(
  samples: Samples,
  { alerts, operations, processes, farm }: PerformanceFacts,
): string {
  const last = samples.at(-1)
  if (last === undefined) return ''
  const { performance: say } = words
  const overTime = chartRows.flatMap((chart) =>
    chart.lines.map((line) => {
      const name = chart.lines.length === 1 ? chart.name : `${chart.name}, ${line.name}`
      return [name, ...(lineFigures(line, samples) ?? [words.none, words.none, words.none])]
    }),
  )
  const { label, width, busy, state } = say.endpointColumns
  const places = last.speech.endpoints.map((endpoint) => [
    endpoint.label,
    words.count(endpoint.width),
    words.count(endpoint.busy),
    endpointState(endpoint, last.at).word,
  ])
  const acts = governorActs(samples).map(actWords)
  const { title, columns, growthNote } = say.operations
  const slow = operationRows(operations)
  const slowText = `${textTable([['', ...columns.slice(1)], ...slow])}\n${growthNote}`
  const running = processRows(processes)
  const warnings = alerts.map(
    (alert) => `${words.alerts.levels[alert.level]}: ${words.alerts.sentences[alert.name](alert)}`,
  )
  const farmTold = farm === null ? null : farmTexts(farm)
  const farmLines = [...(farmTold?.sentences ?? []), textTable(farmTold?.rows ?? [])]
  /** A part by its name; one without text is left out. */
  const parts: [string, string][] = [
    [words.alerts.title, warnings.join('\n')],
    [say.speech, textTable(speechFigures(last).map(figureRow))],
    [say.machine, textTable(machineFigures(last).map(figureRow))],
    [say.span, textTable([say.text.columns, ...overTime])],
    [say.endpoints, tableOf([label, width, busy, state], places)],
    [farmWords.title, farmLines.join('\n').trim()],
    [title, slow.length === 0 ? '' : slowText],
    [words.processes.title, tableOf(['', ...words.processes.columns.slice(1)], running)],
    [say.text.governor, acts.join('\n')],
  ]
  const told = parts.filter(([, text]) => text !== '')
  return [say.text.title(last.at), ...told.map(([name, text]) => `${name}\n${text}`)].join('\n\n')
}
