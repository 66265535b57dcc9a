// Lets a voice be heard; one at a time.
import { useEffect, useRef, useState } from 'react'
import type { VoiceId } from '../../../contract/index.ts'
import { useFace } from './use-face.ts'

export function useVoicePreview(): {
  /** The voice that is heard, or about to be. */
  hearing: VoiceId | null
  /** Lets it be heard, or ends it. */
  toggle: (voice: VoiceId) => void
} {
  const { connection, news } = useFace()
  const [hearing, setHearing] = useState<VoiceId | null>(null)
  const element = useRef<HTMLAudioElement | null>(null)
  const turn = useRef(0)

  const stop = () => {
    turn.current += 1
    element.current?.pause()
    setHearing(null)
  }
  const start = async (voice: VoiceId) => {
    stop()
    const mine = turn.current
    setHearing(voice)
    const preview = news.settle(await connection.call('voice.preview', { voice }))
    if (mine !== turn.current) return
    if (preview === null) return stop()
    const sound = new Audio(preview.address)
    element.current = sound
    sound.addEventListener('ended', () => mine === turn.current && stop())
    await sound.play().catch(() => mine === turn.current && stop())
  }
  useEffect(() => () => element.current?.pause(), [])
  return { hearing, toggle: (voice) => (hearing === voice ? stop() : void start(voice)) }
}
