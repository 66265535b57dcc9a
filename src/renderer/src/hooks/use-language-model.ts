// The language model that is set, for as long as it is looked at.
import { useEffect, useMemo } from 'react'
import { type LanguageModelMirror, mirrorLanguageModel } from '../state/language-model.ts'
import { useFace } from './use-face.ts'

export function useLanguageModel(): LanguageModelMirror {
  const { connection } = useFace()
  const mirror = useMemo(() => mirrorLanguageModel(connection), [connection])
  useEffect(() => mirror.watch(), [mirror])
  return mirror
}
