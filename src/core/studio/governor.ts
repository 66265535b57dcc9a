// Bends before memory breaks: fewer lanes above a soft limit, restored with hysteresis.

export type GovernorState = {
  lanes: number
  mode: 'normal' | 'lowered'
  /** Readings in a row below the lower bound. */
  calm: number
}

/** Memory must stay this far below the limit … */
const restoreBelow = 0.85
/** … for this many readings before a lane comes back. */
const calmReadings = 5

/** The next state: halved above `softLimitBytes`, one lane back at a time when it has been calm. Pure. */
export function govern(
  state: GovernorState,
  reading: { usedBytes: number; softLimitBytes: number; lanesWanted: number },
): GovernorState {
  const { usedBytes, softLimitBytes, lanesWanted } = reading
  if (usedBytes > softLimitBytes)
    return {
      lanes: Math.max(1, Math.floor(Math.min(state.lanes, lanesWanted) / 2)),
      mode: 'lowered',
      calm: 0,
    }
  if (state.mode === 'normal') return { lanes: lanesWanted, mode: 'normal', calm: 0 }
  if (usedBytes > softLimitBytes * restoreBelow) return { ...state, calm: 0 }
  if (state.calm + 1 < calmReadings) return { ...state, calm: state.calm + 1 }
  const lanes = Math.min(lanesWanted, state.lanes + 1)
  return { lanes, mode: lanes === lanesWanted ? 'normal' : 'lowered', calm: 0 }
}
