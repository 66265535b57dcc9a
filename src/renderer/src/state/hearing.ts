// What is left to be heard of a book.
import type { ListenEstimate } from '../../../contract/index.ts'

/** `unspoken`: there is no take yet. `whole`: all takes were heard. `wanted`: some were not. */
export type Hearing = 'unspoken' | 'whole' | 'wanted'

export function hearingOf({ takes, known }: ListenEstimate): Hearing {
  if (takes === 0) return 'unspoken'
  return known >= takes ? 'whole' : 'wanted'
}
