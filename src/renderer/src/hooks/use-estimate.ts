// What speaking would need, counted by the studio when it is wanted.
import type { Failure, SpeechScope } from '../../../contract/index.ts'
import type { Estimate } from '../state/narration.ts'
import { useAnswer } from './use-answer.ts'

/** Null while it is being counted. Counted anew for another `scope` object. */
export function useEstimate(projectId: string, scope: SpeechScope): Estimate | Failure | null {
  const counted = useAnswer('speech.estimate', { projectId, scope }, { again: scope })
  return counted.isCurrent ? counted.value : counted.failure
}
