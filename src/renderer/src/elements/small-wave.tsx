// A small waveform of a few dozen buckets, drawn as one path.
import styles from './small-wave.module.css'

/** `peaks`: 0 to 100. Decoration: its row says the length in words. */
export function SmallWave({ peaks }: { peaks: readonly number[] }) {
  const step = 2
  const path = peaks
    .map((peak, index) => {
      const half = Math.max(0.75, (peak / 100) * 11)
      return `M${index * step + 1} ${12 - half}V${12 + half}`
    })
    .join('')
  return (
    <svg
      className={styles['wave']}
      viewBox={`0 0 ${peaks.length * step} 24`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  )
}
