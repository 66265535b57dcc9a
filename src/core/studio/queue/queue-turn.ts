// Whose turn it is in the queue: one book at a time, and what a person begins by hand goes before.

/**
 * `none`: nothing runs for it · `running` · `set-back`: the queue has paused it for another one · `held`: it
 * waits for a person · `exporting` · `ended`.
 */
export type Standing = {
  projectId: string
  now: 'none' | 'running' | 'set-back' | 'held' | 'exporting' | 'ended'
  /** Whether a person has begun it, or made it go on, out of its turn. */
  byHand: boolean
}

export type QueueDeed = { deed: 'begin' | 'go-on' | 'set-back'; projectId: string }

/**
 * What must be done now, or null; asked again after it was done. `isForeign`: a narration that a person has
 * begun runs in a book that is not queued.
 */
export function nextTurn(
  standings: readonly Standing[],
  { isPaused, isForeign }: { isPaused: boolean; isForeign: boolean },
): QueueDeed | null {
  const running = standings.filter(({ now }) => now === 'running')
  const own = running.find(({ byHand }) => !byHand)
  if (isPaused || isForeign || running.some(({ byHand }) => byHand))
    return own ? { deed: 'set-back', projectId: own.projectId } : null
  if (own || standings.some(({ now }) => now === 'exporting')) return null
  const next = standings.find(({ now }) => now === 'none' || now === 'set-back')
  if (!next) return null
  return { deed: next.now === 'none' ? 'begin' : 'go-on', projectId: next.projectId }
}
