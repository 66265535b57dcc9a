// Lets one of many sounds be heard, by its id; one at a time.
import { useEffect, useRef, useState } from 'react'

export type Hearing<Id extends string> = {
  /** What is heard, or about to be. */
  hearing: Id | null
  /** Lets it be heard, or ends it. */
  toggle: (id: Id) => void
}

/** `addressOf` answers null where there is nothing to hear, and has told why. */
export function useHearing<Id extends string>(
  addressOf: (id: Id) => string | Promise<string | null>,
): Hearing<Id> {
  const [hearing, setHearing] = useState<Id | null>(null)
  const element = useRef<HTMLAudioElement | null>(null)
  const turn = useRef(0)

  const stop = () => {
    turn.current += 1
    element.current?.pause()
    setHearing(null)
  }
  const start = async (id: Id) => {
    stop()
    const mine = turn.current
    setHearing(id)
    const address = await addressOf(id)
    if (mine !== turn.current) return
    if (address === null) return stop()
    const sound = new Audio(address)
    element.current = sound
    sound.addEventListener('ended', () => mine === turn.current && stop())
    await sound.play().catch(() => mine === turn.current && stop())
  }
  useEffect(
    () => () => {
      // What is still on its way is not played any more.
      turn.current += 1
      element.current?.pause()
    },
    [],
  )
  return { hearing, toggle: (id) => (hearing === id ? stop() : void start(id)) }
}
