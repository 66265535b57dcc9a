// Lets a sound of the library be heard; one at a time.
import { useEffect, useRef, useState } from 'react'

export function useSoundPreview(): {
  /** Its id. */
  hearing: string | null
  /** Lets it be heard, or ends it. */
  toggle: (id: string) => void
} {
  const [hearing, setHearing] = useState<string | null>(null)
  const element = useRef<HTMLAudioElement | null>(null)
  const stop = () => {
    element.current?.pause()
    element.current = null
    setHearing(null)
  }
  const start = (id: string) => {
    stop()
    const sound = new Audio(`/media/sound/${id}.wav`)
    const end = () => (element.current === sound ? stop() : undefined)
    element.current = sound
    setHearing(id)
    sound.addEventListener('ended', end)
    sound.play().catch(end)
  }
  useEffect(() => () => element.current?.pause(), [])
  return { hearing, toggle: (id) => (hearing === id ? stop() : start(id)) }
}
