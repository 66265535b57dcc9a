// The chapter's waveform from stored peaks; a click or the arrow keys move through the chapter.
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { onSystemColours } from '../client/system-colours.ts'
import type { Waveform } from '../client/waveform.ts'
import { useBook } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useHeardSeconds } from '../hooks/use-heard-seconds.ts'
import { useStore } from '../hooks/use-store.ts'
import type { Readable } from '../client/store.ts'
import type { Timeline } from '../state/timeline.ts'
import { words } from '../words.ts'
import styles from './chapter-waveform.module.css'
import { WaveMarks } from './wave-marks.tsx'

const keySeconds = 5

export function ChapterWaveform(props: {
  chapterId: string
  title: string
  timeline: Readable<Timeline | null>
}) {
  const book = useBook()
  const { theme, accent } = useFace()
  const { chapterId } = props
  const timeline = useStore(props.timeline)
  const seconds = useHeardSeconds()
  const container = useRef<HTMLDivElement>(null)
  const wave = useRef<Waveform | null>(null)
  const length = timeline?.durationSeconds ?? 0
  const silent = useMemo(() => !timeline?.peaks.some((peak) => peak > 0), [timeline])

  useEffect(() => book.timelines.watch(chapterId), [book, chapterId])
  useEffect(() => {
    const ends: (() => void)[] = []
    let ended = false
    const here = () => book.player.get().heard?.chapterId === chapterId
    const draw = () => {
      const known = props.timeline.get()
      if (known !== null && known.durationSeconds > 0)
        wave.current?.show(known.peaks, known.durationSeconds)
    }
    void import('../client/waveform.ts').then(({ createWaveform }) => {
      if (ended || container.current === null) return
      const made = createWaveform(container.current, {
        seconds: () => (here() ? book.heardSeconds() : 0),
        duration: () => props.timeline.get()?.durationSeconds ?? 0,
        playing: () => here() && book.player.get().mode === 'playing',
        seek: (to) => void book.seekChapter(chapterId, to),
      })
      wave.current = made
      draw()
      ends.push(
        made.destroy,
        onSystemColours(made.paint),
        theme.subscribe(made.paint),
        accent.subscribe(made.paint),
        props.timeline.subscribe(draw),
        book.player.subscribe(made.tick),
        book.player.onTime(made.tick),
      )
    })
    return () => {
      ended = true
      wave.current = null
      for (const end of ends) end()
    }
  }, [book, chapterId, props.timeline, theme, accent])

  const move = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -keySeconds, ArrowRight: keySeconds }[event.key]
    if (step === undefined) return
    event.preventDefault()
    void book.seekChapter(chapterId, Math.max(0, Math.min(length, seconds + step)))
  }
  return (
    <div
      className={styles['wave']}
      dir="ltr"
      role="slider"
      tabIndex={0}
      aria-label={words.transport.waveform(props.title)}
      aria-valuemin={0}
      aria-valuemax={Math.round(length)}
      aria-valuenow={Math.min(seconds, Math.round(length))}
      aria-valuetext={`${words.clock(seconds)} / ${words.clock(length)}`}
      onKeyDown={move}
    >
      <div ref={container} className={styles['canvas']} aria-hidden />
      <WaveMarks timeline={props.timeline} />
      {silent ? <p className={styles['empty']}>{words.transport.waveformEmpty}</p> : null}
    </div>
  )
}
