// What takes are called, and which of a segment's is heard.
import type { SegmentStatus, TakeView, Voice } from '../../../contract/index.ts'
import { words } from '../words.ts'
import { labelOf } from './voices.ts'

export type TakeName = {
  /** `Take 2: Amy`. */
  name: string
  /** `2 · Amy`, where it stands among takes. */
  short: string
}

/** `at`: its place among all takes of its segment, from 0. */
export function takeName(take: TakeView, at: number, voices: readonly Voice[]): TakeName {
  const voice = take.isRecording ? words.takes.recording : labelOf(voices, take.voice)
  return { name: words.takes.name(at + 1, voice), short: words.takes.short(at + 1, voice) }
}

/** The chosen one; where what is asked has no sound, the earlier one that is heard until it has. */
export function heardTake(takes: readonly TakeView[], status: SegmentStatus): TakeView | null {
  const id = 'takeId' in status ? status.takeId : null
  return takes.find((take) => take.isChosen) ?? takes.find((take) => take.id === id) ?? null
}
