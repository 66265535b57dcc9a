// What takes are called, and which of a segment's is heard.
import type { SegmentStatus, TakeView, Voice } from '../../../contract/index.ts'
import { words } from '../words.ts'
import { labelOf } from './voices.ts'

export const takeName = (
  take: TakeView | undefined,
  at: number,
  voices: readonly Voice[],
): string =>
  words.takes.name(
    at + 1,
    take === undefined || take.isRecording ? words.takes.recording : labelOf(voices, take.voice),
  )

/** The chosen one; where what is asked has no sound, the earlier one that is heard until it has. */
export function heardTake(takes: readonly TakeView[], status: SegmentStatus): TakeView | null {
  const id = 'takeId' in status ? status.takeId : null
  return takes.find((take) => take.isChosen) ?? takes.find((take) => take.id === id) ?? null
}
