// Which voice may speak what the book's own cannot: chosen beside that voice, none until it is.
import type { VoiceId } from '../../../contract/index.ts'
import { ChoiceField } from '../elements/choice-field.tsx'
import { useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { labelOf, sourceOf, standIns } from '../state/voices.ts'
import { words } from '../words.ts'

const none = ''

export function FallbackChoice() {
  const { connection, news, voices: mirror } = useFace()
  const { project } = useProject()
  const { voices, sources } = useStore(mirror)
  const choiceOf = (id: VoiceId) => {
    const source = sourceOf(sources, id)
    const about = [labelOf(voices, id), source?.label ?? id, source?.paid === true] as const
    return { value: id, label: words.fallback.speakWith(...about) }
  }
  const ids = standIns({ voices, sources }, project).map(({ id }) => id)
  const allowed = project.fallbackVoice
  const gone = allowed !== null && allowed !== project.voice && !ids.includes(allowed)
  const choose = async (value: string) => {
    const voice = value === none ? null : value
    const args = { projectId: project.id, voice }
    const done = news.settle(await connection.call('project.allowFallback', args))
    if (done === null) return
    if (voice === null) news.tell(words.fallback.forbidden)
    else news.tell(words.fallback.allowed(labelOf(voices, voice)))
  }
  return (
    <ChoiceField
      label={words.fallback.choice}
      hint={words.fallback.hint}
      value={allowed ?? none}
      choices={[
        { value: none, label: words.fallback.none },
        ...(gone ? [allowed, ...ids] : ids).map(choiceOf),
      ]}
      onChange={(value) => void choose(value)}
    />
  )
}
