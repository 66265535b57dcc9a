// The only importer of uPlot: one or two lines over the last minutes.
import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'

export type ChartData = {
  /** Seconds since the epoch, ascending. */
  times: number[]
  lines: number[][]
}

export type Chart = {
  draw(data: ChartData): void
  resize(width: number, height: number): void
  destroy(): void
}

/** `figure` words the numbers beside the lines. Colours are read from the page: `--chart-line` for the first line, `--chart-limit` dashed for the next. */
export function createChart(
  container: HTMLElement,
  size: { width: number; height: number },
  figure: (number: number) => string,
): Chart {
  const style = getComputedStyle(container)
  const colour = (name: string) => style.getPropertyValue(name)
  const font = `11px ${style.fontFamily}`
  const axis = {
    font,
    stroke: () => colour('--chart-text'),
    grid: { stroke: () => colour('--chart-grid'), width: 1 },
    ticks: { show: false },
  }
  const plot = new UPlot(
    {
      ...size,
      legend: { show: false },
      cursor: { show: false },
      padding: [8, 8, 0, 0],
      scales: { x: { time: true }, y: { range: (_, __, most) => [0, Math.max(1, most * 1.1)] } },
      axes: [
        {
          ...axis,
          space: 90,
          values: [[1, '{H}:{mm}:{ss}', null, null, null, null, null, null, 1]],
        },
        { ...axis, size: 46, space: 34, values: (_, ticks) => ticks.map(figure) },
      ],
      series: [
        {},
        { stroke: () => colour('--chart-line'), width: 2, points: { show: false } },
        {
          stroke: () => colour('--chart-limit'),
          width: 1.5,
          dash: [5, 4],
          points: { show: false },
        },
      ],
    },
    [[], [], []],
    container,
  )
  return {
    draw: ({ times, lines }) => plot.setData([times, lines[0] ?? [], lines[1] ?? []]),
    resize: (width, height) => plot.setSize({ width, height }),
    destroy: () => plot.destroy(),
  }
}
