// How much larger than usual text is; what is measured in pixels grows with it.
import { useFace } from './use-face.ts'
import { useStore } from './use-store.ts'

export const useTextScale = (): number => useStore(useFace().textScale)
