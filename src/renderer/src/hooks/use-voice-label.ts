// What a voice is called, for those who show one without the list of all.
import type { VoiceId } from '../../../contract/index.ts'
import { labelOf } from '../state/voices.ts'
import { useFace } from './use-face.ts'
import { useSelected } from './use-store.ts'

export const useVoiceLabel = (id: VoiceId): string =>
  useSelected(useFace().voices, ({ voices }) => labelOf(voices, id))
