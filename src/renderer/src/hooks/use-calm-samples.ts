// The measurements for what is costly to draw: each while something is spoken, few at rest, none unseen.
import { useEffect, useState } from 'react'
import type { PerformanceSample } from '../../../contract/index.ts'
import type { Samples } from '../state/performance.ts'
import { useFace } from './use-face.ts'

/** At rest only memory moves, and slowly. */
const restMs = 5000

const works = ({ speech, memory }: PerformanceSample): boolean =>
  speech.busyLanes > 0 || speech.queued > 0 || memory.governor === 'lowered'

/** Whether the newest measurements are worth drawing where `shown` are drawn. */
export function isWorthDrawing(shown: Samples, newest: Samples): boolean {
  const [before, now] = [shown.at(-1), newest.at(-1)]
  if (before === undefined || now === undefined) return before !== now
  // Also the first one after work: charts must not stand still at the height of it.
  return works(now) || works(before) || now.at - before.at >= restMs || now.at < before.at
}

export function useCalmSamples(): Samples {
  const { performance } = useFace()
  const [shown, setShown] = useState(() => performance.get())
  useEffect(() => {
    const show = () => {
      if (document.hidden) return
      const newest = performance.get()
      setShown((now) => (isWorthDrawing(now, newest) ? newest : now))
    }
    const stop = performance.subscribe(show)
    document.addEventListener('visibilitychange', show)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', show)
    }
  }, [performance])
  return shown
}
