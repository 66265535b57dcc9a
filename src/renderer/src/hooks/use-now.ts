// The time of day for what counts down or grows old, told once a second while it is shown.
import { useEffect, useState } from 'react'
import { after } from '../client/after.ts'

const tickMs = 1000

/** Milliseconds since the epoch. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => after(tickMs, () => setNow(Date.now())), [now])
  return now
}
