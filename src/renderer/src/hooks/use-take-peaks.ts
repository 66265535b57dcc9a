// What a take is trimmed by; it never changes, so it is asked for once while it is looked at.
import type { CommandReply } from '../../../contract/index.ts'
import { useAnswer } from './use-answer.ts'

export type TakeShape = CommandReply<'take.peaks'>

/** Null until it is here. */
export const useTakePeaks = (takeId: string): TakeShape | null =>
  useAnswer('take.peaks', { takeId }).value
