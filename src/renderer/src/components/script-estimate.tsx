// What asking a language model about a book needs, and what would be sent.
import type { ScriptEstimate as Estimate } from '../../../contract/index.ts'
import type { Answer } from '../hooks/use-answer.ts'
import { scriptWords } from '../script-words.ts'
import { ModelEstimate } from './model-estimate.tsx'

const { ask: say } = scriptWords.script

/** `nothing`: what is said where all of it is answered. */
export const ScriptEstimate = ({
  nothing = say.nothing,
  ...answer
}: Answer<'script.estimate'> & { nothing?: string }) => (
  <ModelEstimate {...answer} factsOf={factsOf} say={{ ...say, nothing }} counting={say.counting} />
)

const factsOf = ({ items, known }: Estimate) =>
  [
    [say.items, say.itemsValue(items)],
    [say.known, say.knownValue(known)],
  ] as const
