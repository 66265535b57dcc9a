// A measurement over the last minutes: a chart for the eye, a sentence for the ear.
import { useEffect, useEffectEvent, useRef } from 'react'
import { type Chart, type ChartData, createChart } from '../client/chart.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { words } from '../words.ts'
import styles from './performance-chart.module.css'

/** The line in a sentence: now, least, most. */
export function chartText(
  name: string,
  line: readonly number[],
  unit: (n: number) => string,
): string {
  const now = line.at(-1)
  if (now === undefined) return `${name}. ${words.performance.chartEmpty}`
  return words.performance.chartText(
    name,
    unit(now),
    unit(Math.min(...line)),
    unit(Math.max(...line)),
  )
}

export function PerformanceChart(props: {
  name: string
  data: ChartData
  unit: (number: number) => string
}) {
  const theme = useStore(useFace().theme)
  const container = useRef<HTMLDivElement>(null)
  const chart = useRef<Chart | null>(null)
  const draw = useEffectEvent(() => chart.current?.draw(props.data))

  useEffect(() => {
    const element = container.current
    if (element === null) return undefined
    const size = () => ({ width: element.clientWidth, height: element.clientHeight })
    const made = createChart(element, size(), words.count)
    chart.current = made
    draw()
    const watch = new ResizeObserver(() => made.resize(size().width, size().height))
    watch.observe(element)
    return () => {
      watch.disconnect()
      made.destroy()
      chart.current = null
    }
  }, [theme])
  useEffect(() => draw(), [props.data])

  return (
    <figure
      className={styles['chart']}
      role="img"
      aria-label={chartText(props.name, props.data.lines[0] ?? [], props.unit)}
    >
      <div className={styles['name']} aria-hidden>
        {props.name}
      </div>
      <div ref={container} className={styles['plot']} aria-hidden />
    </figure>
  )
}
