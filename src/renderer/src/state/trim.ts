// What is heard of a take, moved by its ends or as a whole: pure, in seconds of the take.

export type Span = { startSeconds: number; endSeconds: number }
export type TrimPart = 'start' | 'end' | 'both'

/** Less than this is no sound to speak of. */
const shortestSeconds = 0.05

/** To the millisecond: finer is neither heard nor shown. */
const exact = (seconds: number): number => Math.round(seconds * 1000) / 1000
const within = (value: number, least: number, most: number): number =>
  exact(Math.max(least, Math.min(most, value)))

/** Moved by `bySeconds`, as far as the take and the other end let it. */
export function moved(
  { startSeconds, endSeconds }: Span,
  part: TrimPart,
  bySeconds: number,
  durationSeconds: number,
): Span {
  if (part === 'both') {
    const by = Math.max(-startSeconds, Math.min(durationSeconds - endSeconds, bySeconds))
    return { startSeconds: exact(startSeconds + by), endSeconds: exact(endSeconds + by) }
  }
  const shortest = Math.min(shortestSeconds, durationSeconds)
  return part === 'start'
    ? { startSeconds: within(startSeconds + bySeconds, 0, endSeconds - shortest), endSeconds }
    : {
        startSeconds,
        endSeconds: within(endSeconds + bySeconds, startSeconds + shortest, durationSeconds),
      }
}

/** What an arrow key moves by, in seconds; null for other keys. */
export function keyStep(key: string, isLarge: boolean): number | null {
  const step = isLarge ? 0.1 : 0.01
  if (key === 'ArrowLeft' || key === 'ArrowDown') return -step
  if (key === 'ArrowRight' || key === 'ArrowUp') return step
  return null
}

/** Fewer, each the highest of those it stands for. */
export function fewerPeaks(peaks: readonly number[], most: number): number[] {
  if (peaks.length <= most) return [...peaks]
  return Array.from({ length: most }, (_, bar) => {
    const from = Math.floor((bar * peaks.length) / most)
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / most))
    return Math.max(...peaks.slice(from, to))
  })
}
