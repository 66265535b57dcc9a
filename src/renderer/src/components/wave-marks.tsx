// Over the chapter's waveform: where segments begin, and which of them are flagged, failed or marked.
import { useEffect, useRef } from 'react'
import type { SegmentSpan } from '../../../contract/index.ts'
import { useBook } from '../hooks/use-book.ts'
import { useStore } from '../hooks/use-store.ts'
import type { Readable } from '../client/store.ts'
import { onSystemColours } from '../client/system-colours.ts'
import type { Timeline } from '../state/timeline.ts'
import styles from './wave-marks.module.css'

/** Edges nearer to each other than this, in pixels, would be a grey wall. */
const leastGap = 6

/** Drawn on a canvas: a chapter may have thousands of segments. */
export function WaveMarks({ timeline }: { timeline: Readable<Timeline | null> }) {
  const { segments } = useBook()
  const known = useStore(timeline)
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (element === null || known === null || known.durationSeconds === 0) return
    const draw = () => paint(element, known.spans, known.durationSeconds, signOf)
    const signOf = (segmentId: string): Sign | null => {
      const position = segments.positionOf(segmentId)
      const row = position === undefined ? undefined : segments.row(position)
      if (row === undefined) return null
      if (row.status.state === 'failed') return 'failed'
      if (row.status.state === 'ready' && row.status.flags.length > 0) return 'flagged'
      return typeof row.manner?.mark === 'string' ? 'marked' : null
    }
    let frame = 0
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(draw)
    }
    soon()
    const sizes = new ResizeObserver(soon)
    // By the screen's own pixels, of which another screen may have more.
    sizes.observe(element, { box: 'device-pixel-content-box' })
    const stop = segments.subscribe(soon)
    const stopColours = onSystemColours(soon)
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      stop()
      stopColours()
    }
  }, [known, segments])
  return <canvas ref={canvas} className={styles['marks']} aria-hidden />
}

type Sign = 'flagged' | 'failed' | 'marked'

const colours: Record<Sign, string> = {
  flagged: '--mark-flagged',
  failed: '--mark-failed',
  marked: '--mark-marked',
}

function paint(
  canvas: HTMLCanvasElement,
  spans: readonly SegmentSpan[],
  seconds: number,
  signOf: (segmentId: string) => Sign | null,
): void {
  const { clientWidth: width, clientHeight: height } = canvas
  const scale = devicePixelRatio
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d')
  if (context === null) return
  context.scale(scale, scale)
  const style = getComputedStyle(canvas)
  const gap = width / Math.max(1, spans.length)
  for (const { segmentId, startSeconds, durationSeconds } of spans) {
    const left = (startSeconds / seconds) * width
    const sign = signOf(segmentId)
    if (sign !== null) {
      context.fillStyle = style.getPropertyValue(colours[sign])
      const wide = Math.max(3, (durationSeconds / seconds) * width)
      context.globalAlpha = 0.28
      context.fillRect(left, 0, wide, height)
      context.globalAlpha = 1
      context.fillRect(left, 0, wide, 3)
    }
    if (gap < leastGap || left < 1) continue
    context.fillStyle = style.getPropertyValue('--mark-edge')
    context.fillRect(Math.round(left), 0, 1, height)
  }
}
