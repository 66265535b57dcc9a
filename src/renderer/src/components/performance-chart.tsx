// A measurement over the last minutes: a chart for the eye, a sentence for the ear.
import { useEffect, useEffectEvent, useRef } from 'react'
import { type Chart, createChart } from '../client/chart.ts'
import { onSystemColours } from '../client/system-colours.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import type { Samples } from '../state/performance.ts'
import { type ChartRow, chartText, governorActs, lineFigures } from '../state/performance-charts.ts'
import { words } from '../words.ts'
import styles from './performance-chart.module.css'

export function PerformanceChart({ row, samples }: { row: ChartRow; samples: Samples }) {
  const face = useFace()
  const theme = useStore(face.theme)
  const accent = useStore(face.accent)
  const container = useRef<HTMLDivElement>(null)
  const chart = useRef<Chart | null>(null)
  const make = useEffectEvent((element: HTMLElement) =>
    createChart(
      element,
      { width: element.clientWidth, height: element.clientHeight },
      { looks: row.lines.map(({ look }) => look), figure: words.figure, top: row.top },
    ),
  )
  const draw = useEffectEvent(() =>
    chart.current?.draw({
      times: samples.map(({ at }) => at / 1000),
      lines: row.lines.map((line) => samples.map((sample) => line.of(sample))),
      marks: row.marked === true ? governorActs(samples).map(({ at }) => at / 1000) : [],
    }),
  )

  useEffect(() => {
    const element = container.current
    if (element === null) return undefined
    const made = make(element)
    chart.current = made
    draw()
    const watch = new ResizeObserver(() => made.resize(element.clientWidth, element.clientHeight))
    watch.observe(element)
    const stopColours = onSystemColours(made.paint)
    return () => {
      stopColours()
      watch.disconnect()
      made.destroy()
      chart.current = null
    }
  }, [theme, accent])
  useEffect(() => draw(), [samples])

  return (
    <figure className={styles['chart']} role="img" aria-label={chartText(row, samples)}>
      <div className={styles['head']} aria-hidden>
        <span className={styles['name']}>{row.name}</span>
        {row.lines.map((line) => (
          <span key={line.name} className={styles['line']} data-look={line.look}>
            {isNamed(row, line.name) ? `${line.name} ` : ''}
            {lineFigures(line, samples)?.[0] ?? words.none}
          </span>
        ))}
      </div>
      <div ref={container} className={styles['plot']} dir="ltr" aria-hidden />
    </figure>
  )
}

/** Not where there is but one line, or the chart is called like it: room is scarce. */
const isNamed = ({ lines, name }: ChartRow, line: string): boolean =>
  lines.length > 1 && !name.toLowerCase().startsWith(line.toLowerCase())
