// Bends before memory breaks: fewer lanes above a soft limit, restored with hysteresis.

export type GovernorState = {
  /** Of the lanes that each source would use; 1 while nothing is wrong. */
  share: number
  mode: 'normal' | 'lowered'
  /** Readings in a row below the lower bound. */
  calm: number
}

/** Memory must stay this far below the limit … */
const restoreBelow = 0.85
/** … for this many readings before some lanes come back: of eight, one. */
const calmReadings = 5
const restoredShare = 1 / 8
/** One lane is left of the widest source then; with less it would take too long until all are back. */
const leastShare = 1 / 64

/** The next state: halved above `softLimitBytes`, an eighth back at a time when it has been calm. Pure. */
export function govern(
  state: GovernorState,
  reading: { usedBytes: number; softLimitBytes: number },
): GovernorState {
  const { usedBytes, softLimitBytes } = reading
  if (usedBytes > softLimitBytes)
    return { share: Math.max(leastShare, state.share / 2), mode: 'lowered', calm: 0 }
  if (state.mode === 'normal') return state
  if (usedBytes > softLimitBytes * restoreBelow) return { ...state, calm: 0 }
  if (state.calm + 1 < calmReadings) return { ...state, calm: state.calm + 1 }
  const share = Math.min(1, state.share + restoredShare)
  return { share, mode: share === 1 ? 'normal' : 'lowered', calm: 0 }
}

/** How many lanes a source may use that would use so many: at least one. */
export const lanesWithin = ({ share }: GovernorState, wanted: number): number =>
  Math.max(1, Math.floor(wanted * share))
