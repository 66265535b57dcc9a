// What becomes of a new version when the app ends.
import type { UpdateState } from '../contract/index.ts'
import type { UpdateKind } from './update-kind.ts'

/** `restart`: the new one takes the place of this one and is started. `install`: it takes its place. */
export type UpdateEnding = 'restart' | 'install' | 'none'

/** `isAsked`: a person wants it now, and the app ends for that. */
export function endingOf(
  kind: UpdateKind | null,
  isAsked: boolean,
  state: UpdateState | undefined,
): UpdateEnding {
  if (isAsked) return 'restart'
  // What asks for a password, or would start the app again, is for a person who wants it.
  if (kind !== 'nsis' && kind !== 'appimage') return 'none'
  // Whoever lets it wait for the end of the work, and then ends the app, has waited enough.
  const isTime = state?.kind === 'waiting' || (state?.kind === 'ready' && !state.mustWait)
  return isTime ? 'install' : 'none'
}
