// Lets one of the cast be heard, and says before where that may cost money.
import { Square, Volume2 } from 'lucide-react'
import type { VoiceId } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import { useFace } from '../hooks/use-face.ts'
import type { Hearing } from '../hooks/use-hearing.ts'
import { useSelected } from '../hooks/use-store.ts'
import { words } from '../words.ts'

export function CastHear(props: {
  id: string
  name: string
  voice: VoiceId
  hearing: Hearing<string>
  /** Nobody has a line to be heard. */
  isMute: boolean
}) {
  const { id, name, voice, hearing } = props
  const isPaid = useSelected(useFace().voices, ({ sources }) =>
    sources.some((source) => source.paid && voice.startsWith(`${source.name}:`)),
  )
  const isHeard = hearing.hearing === id
  return (
    <IconButton
      plain={!isPaid}
      size="small"
      disabled={props.isMute}
      label={isHeard ? words.people.stop(name) : words.people.hear(name, isPaid)}
      icon={isHeard ? <Square /> : <Volume2 />}
      onClick={() => hearing.toggle(id)}
    />
  )
}
