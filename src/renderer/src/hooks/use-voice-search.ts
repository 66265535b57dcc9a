// The voices as a person looks for one: by words and by where they come from.
import { useDeferredValue, useMemo, useState } from 'react'
import type { VoiceKind } from '../../../contract/index.ts'
import { findVoices, voiceLines, type VoiceLine } from '../state/voices.ts'
import { words } from '../words.ts'
import { useProject } from './use-book.ts'
import { useFace } from './use-face.ts'
import { useStore } from './use-store.ts'

export type VoiceSearch = {
  search: string
  setSearch: (search: string) => void
  kind: VoiceKind | null
  setKind: (kind: VoiceKind | null) => void
  lines: readonly VoiceLine[]
  /** The search that the lines are of. */
  wanted: string
}

export function useVoiceSearch(): VoiceSearch {
  const { project } = useProject()
  const { voices, sources } = useStore(useFace().voices)
  const [search, setSearch] = useState('')
  const [kind, setKind] = useState<VoiceKind | null>(null)
  const wanted = useDeferredValue(search)
  const { language } = project
  const lines = useMemo(() => {
    const wish = { search: wanted, kind, bookLanguage: language, nameOf: words.language }
    return voiceLines(findVoices(voices, sources, wish))
  }, [voices, sources, wanted, kind, language])
  return { search, setSearch, kind, setKind, lines, wanted }
}
