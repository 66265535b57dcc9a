// What the language model is asked for, what that needs, how much may be spent, and the button that asks.
import { Send } from 'lucide-react'
import { useId, useState } from 'react'
import { scriptKinds, type ScriptKind } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { useProject } from '../hooks/use-book.ts'
import { useAnswer } from '../hooks/use-answer.ts'
import { useBudget } from '../hooks/use-budget.ts'
import { useFace } from '../hooks/use-face.ts'
import type { ModelServer, TokenAmount } from '../state/model-server.ts'
import { scriptWords } from '../script-words.ts'
import { BudgetField } from './budget-field.tsx'
import panel from './panel.module.css'
import { ScriptEstimate } from './script-estimate.tsx'
import styles from './script-panel.module.css'

const { ask: say } = scriptWords.script

/** Between two ticks of a person: each estimate is a look through the whole book. */
const restMs = 300

export function ScriptAsk(props: {
  model: ModelServer<TokenAmount>
  kinds: readonly ScriptKind[]
  onKinds: (kinds: readonly ScriptKind[]) => void
}) {
  const { model, kinds } = props
  const { connection, news } = useFace()
  const { project } = useProject()
  const [isStarting, setStarting] = useState(false)
  const ticked = project.chapters.filter(({ spoken }) => spoken).length
  const isAsked = kinds.length > 0 && ticked > 0
  const estimate = useAnswer(
    'script.estimate',
    isAsked ? { projectId: project.id, kinds: [...kinds] } : null,
    { again: `${project.revision} ${JSON.stringify(model)}`, restMs },
  )
  const budget = useBudget(model.price !== null)
  const start = async () => {
    const limit = budget.take()
    if (limit === null || !isAsked) return
    setStarting(true)
    const args = { projectId: project.id, kinds: [...kinds] }
    const done = await connection.call('script.start', { ...args, ...limit })
    setStarting(false)
    if (news.settle(done) !== null) news.say(say.started)
  }
  return (
    <form
      className={styles['group']}
      aria-labelledby="script-ask"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
    >
      <h3 className={panel['head']} id="script-ask">
        {say.title}
      </h3>
      <Kinds kinds={kinds} onKinds={props.onKinds} />
      <p className={panel['note']}>{kinds.length === 0 ? say.noKind : say.chapters(ticked)}</p>
      {isAsked ? <ScriptEstimate {...estimate} /> : null}
      {model.price === null ? null : (
        <BudgetField form={budget} currency={model.price.currency} hint={say.budgetHint} />
      )}
      <Button
        type="submit"
        look="primary"
        icon={<Send aria-hidden />}
        disabled={!isAsked || isStarting || estimate.value?.calls === 0}
      >
        {say.start}
      </Button>
    </form>
  )
}

function Kinds(props: {
  kinds: readonly ScriptKind[]
  onKinds: (kinds: readonly ScriptKind[]) => void
}) {
  const { kinds } = props
  const id = useId()
  const tick = (kind: ScriptKind) =>
    props.onKinds(
      scriptKinds.filter((one) => (one === kind ? !kinds.includes(one) : kinds.includes(one))),
    )
  return (
    <fieldset className={styles['kinds']}>
      <legend className={panel['note']}>{say.kinds}</legend>
      {scriptKinds.map((kind) => (
        <label key={kind} className={styles['kind']} htmlFor={`${id}-${kind}`}>
          <input
            id={`${id}-${kind}`}
            type="checkbox"
            checked={kinds.includes(kind)}
            aria-describedby={`${id}-${kind}-text`}
            onChange={() => tick(kind)}
          />
          <span>{scriptWords.script.kinds[kind]}</span>
          <span className={panel['note']} id={`${id}-${kind}-text`}>
            {say.kindTexts[kind]}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
