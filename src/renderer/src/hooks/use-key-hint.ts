// The key of a deed as a hint beside its button's name.
import type { DeedId } from '../state/deed-table.ts'
import { keyText } from './key-name.ts'
import { useFace } from './use-face.ts'
import { useSelected } from './use-store.ts'

/** Spread into a button: nothing while the deed has no key. */
export function useKeyHint(deed: DeedId): { hint?: string } {
  const key = useSelected(useFace().keys, (keys) => keys[deed][0])
  return key === undefined ? {} : { hint: keyText(key) }
}
