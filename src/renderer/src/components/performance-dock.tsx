// The last line of the studio: how fast it works just now; opens the panel above it.
import { ChevronDown, ChevronUp, Gauge, TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Badge } from '../elements/badge.tsx'
import { useDeeds } from '../hooks/use-deeds.ts'
import { useFace } from '../hooks/use-face.ts'
import { useSelected, useStore } from '../hooks/use-store.ts'
import { stripWords } from '../state/performance-figures.ts'
import { words } from '../words.ts'
import styles from './performance-dock.module.css'

const PerformancePanel = lazy(async () => ({
  default: (await import('./performance-panel.tsx')).PerformancePanel,
}))

export function PerformanceDock() {
  const [open, setOpen] = useState(false)
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
        <Warned />
        <Strip />
        {open ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />}
      </button>
    </section>
  )
}

/** How many warnings there are; the panel says which. */
function Warned() {
  const alerts = useStore(useFace().alerts)
  if (alerts.length === 0) return null
  const isCritical = alerts.some(({ level }) => level === 'critical')
  return (
    <Badge tone={isCritical ? 'danger' : 'warn'} icon={<TriangleAlert aria-hidden />}>
      {words.alerts.strip(alerts.length)}
    </Badge>
  )
}

/** Drawn alone, and only when a word of it changes: it is always there and must cost nothing at rest. */
function Strip() {
  const figures = useSelected(useFace().performance, (samples) => {
    const last = samples.at(-1)
    return last === undefined ? '' : stripWords(last).join('\n')
  })
  return (
    <span className={styles['figures']}>
      {figures.split('\n').map((figure) => (
        <span key={figure}>{figure}</span>
      ))}
    </span>
  )
}
