// The last line of the studio: how fast it works just now; opens the panel above it.
import { ChevronDown, ChevronUp, Gauge } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { PerformanceSample } from '../../../contract/index.ts'
import { useDeeds } from '../hooks/use-deeds.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { words } from '../words.ts'
import styles from './performance-dock.module.css'

const PerformancePanel = lazy(async () => ({
  default: (await import('./performance-panel.tsx')).PerformancePanel,
}))

/** The strip's figures; without speech only what the machine does. */
export function stripWords(sample: PerformanceSample): string[] {
  const { speech, memory } = sample
  const memoryWords = words.bytes(memory.treeBytes ?? memory.rssBytes)
  if (speech.busyLanes === 0 && (speech.lanes === 0 || speech.charactersPerSecond === 0))
    return [words.performance.idle, memoryWords]
  return [
    words.performance.lanesValue(speech.busyLanes, speech.lanes),
    words.performance.charactersValue(speech.charactersPerSecond),
    words.performance.realTimeValue(words.times(speech.realTimeFactor)),
    ...(speech.etaSeconds === null ? [] : [words.studio.eta(speech.etaSeconds)]),
    memoryWords,
  ]
}

export function PerformanceDock() {
  const samples = useStore(useFace().performance)
  const [open, setOpen] = useState(false)
  const last = samples.at(-1)
  useDeeds({ 'show-performance': () => setOpen(!open) })
  return (
    <section className={styles['dock']} aria-label={words.performance.title}>
      {open ? (
        <Suspense fallback={<div className={styles['opening']} />}>
          <PerformancePanel />
        </Suspense>
      ) : null}
      <button
        type="button"
        className={styles['strip']}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className={styles['name']}>
          <Gauge aria-hidden />
          {open ? words.performance.hide : words.performance.show}
        </span>
        <span className={styles['figures']}>
          {last === undefined
            ? null
            : stripWords(last).map((figure) => <span key={figure}>{figure}</span>)}
        </span>
        {open ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />}
      </button>
    </section>
  )
}
