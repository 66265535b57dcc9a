// The only importer of uPlot: one or two lines over the last minutes, and marks for what happened then.
import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'

export type ChartData = {
  /** Seconds since the epoch, ascending. */
  times: number[]
  /** Null where a value is not known. */
  lines: (number | null)[][]
  /** When something happened that a dashed upright tells. */
  marks: number[]
}

export type ChartStyle = {
  /** Of each line: how it looks. */
  looks: readonly ('first' | 'second' | 'limit')[]
  /** Words the numbers beside the lines. */
  figure: (number: number) => string
  /** The upper end of the scale; else it fits the highest value. */
  top?: number | undefined
}

export type Chart = {
  draw(data: ChartData): void
  resize(width: number, height: number): void
  /** Reads the colours of the page again. */
  paint(): void
  destroy(): void
}

const dashes = { first: [], second: [], limit: [5, 4] }
const names = { first: '--chart-line', second: '--chart-second', limit: '--chart-limit' }

/** Colours are read from the page when a chart is drawn: `--chart-line` and its siblings. */
export function createChart(
  container: HTMLElement,
  size: { width: number; height: number },
  { looks, figure, top }: ChartStyle,
): Chart {
  const style = getComputedStyle(container)
  const colour = (name: string) => style.getPropertyValue(name)
  const font = `10px ${style.fontFamily}`
  const axis = {
    font,
    stroke: () => colour('--chart-text'),
    grid: { stroke: () => colour('--chart-grid'), width: 1 },
    ticks: { show: false },
  }
  let marks: number[] = []
  const drawMarks = ({ ctx, bbox, valToPos }: UPlot) => {
    ctx.save()
    ctx.strokeStyle = colour('--chart-limit')
    ctx.setLineDash([2, 3])
    ctx.lineWidth = devicePixelRatio
    for (const at of marks) {
      const x = Math.round(valToPos(at, 'x', true))
      ctx.beginPath()
      ctx.moveTo(x, bbox.top)
      ctx.lineTo(x, bbox.top + bbox.height)
      ctx.stroke()
    }
    ctx.restore()
  }
  const plot = new UPlot(
    {
      ...size,
      legend: { show: false },
      cursor: { show: false },
      padding: [6, 6, 0, 0],
      scales: {
        x: { time: true },
        y: { range: (_, __, most) => [0, top ?? Math.max(1, (most ?? 0) * 1.1)] },
      },
      axes: [
        {
          ...axis,
          size: 22,
          space: 70,
          values: [[1, '{H}:{mm}:{ss}', null, null, null, null, null, null, 1]],
        },
        { ...axis, size: 40, space: 26, values: (_, ticks) => ticks.map(figure) },
      ],
      series: [
        {},
        ...looks.map((look) => ({
          stroke: () => colour(names[look]),
          width: look === 'first' ? 2 : 1.5,
          dash: dashes[look],
          points: { show: false },
        })),
      ],
      hooks: { draw: [drawMarks] },
    },
    [[], ...looks.map(() => [])],
    container,
  )
  return {
    draw(data) {
      marks = data.marks
      plot.setData([data.times, ...data.lines])
    },
    resize: (width, height) => plot.setSize({ width, height }),
    paint: () => plot.redraw(false),
    destroy: () => plot.destroy(),
  }
}
