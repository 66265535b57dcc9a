// What writing a script needs, and what would be sent.
import type { WriteEstimate as Estimate } from '../../../contract/index.ts'
import { useAnswer } from '../hooks/use-answer.ts'
import type { ModelServer, TokenAmount } from '../state/model-server.ts'
import type { WriteWish } from '../state/write-fields.ts'
import { writeWords as say } from '../write-words.ts'
import { ModelEstimate } from './model-estimate.tsx'

/** Nobody needs it between two letters. */
const restMs = 400

export function WriteEstimate(props: {
  /** Null: what stands in the form cannot be asked for. */
  wish: WriteWish | null
  model: ModelServer<TokenAmount> | null
}) {
  const again = JSON.stringify(props.model)
  const answer = useAnswer('write.estimate', props.wish, { again, restMs, about: 'write' })
  return props.wish === null ? null : <ModelEstimate {...answer} factsOf={factsOf} say={say} />
}

const factsOf = ({ sections, known }: Estimate) =>
  [[say.sections, say.sectionsValue(sections, known)]] as const
