// What hearing the takes of the book needs, the button that begins it, and what is flagged so far.
import { Ear } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../elements/button.tsx'
import { useAnswer } from '../hooks/use-answer.ts'
import { useProject } from '../hooks/use-book.ts'
import { useBudget } from '../hooks/use-budget.ts'
import { useFace } from '../hooks/use-face.ts'
import { hearingOf } from '../state/hearing.ts'
import type { MinuteAmount, ModelServer } from '../state/model-server.ts'
import { bookTotals } from '../state/project.ts'
import { scriptWords } from '../script-words.ts'
import { BudgetField } from './budget-field.tsx'
import { ListeningEstimate } from './listening-estimate.tsx'
import { ListeningFlags } from './listening-flags.tsx'
import styles from './script-panel.module.css'

const say = scriptWords.listening

/** While takes are being made: each estimate is a look through the whole book. */
const restMs = 500

/** `address`: null for a model on this computer, to which nothing is sent. */
type Listener = Pick<ModelServer<MinuteAmount>, 'price'> & { address: string | null }

export function ListeningAsk({ listener }: { listener: Listener }) {
  const { connection, news } = useFace()
  const { project, progress } = useProject()
  const totals = bookTotals(project.chapters, progress)
  const [isStarting, setStarting] = useState(false)
  const budget = useBudget(listener.price !== null)
  const estimate = useAnswer(
    'listen.estimate',
    { projectId: project.id },
    {
      again: `${project.revision} ${totals.ready} ${totals.seconds} ${JSON.stringify(listener)}`,
      restMs,
    },
  )
  const hearing = estimate.value === null ? null : hearingOf(estimate.value)
  const start = async () => {
    const limit = budget.take()
    if (limit === null || hearing !== 'wanted') return
    setStarting(true)
    const done = await connection.call('listen.start', { projectId: project.id, ...limit })
    setStarting(false)
    if (news.settle(done) !== null) news.say(say.started)
  }
  return (
    <form
      className={styles['group']}
      aria-label={say.start}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
    >
      <ListeningEstimate {...{ ...estimate, hearing }} address={listener.address} />
      {hearing === 'whole' || (estimate.value?.known ?? 0) > 0 ? (
        <ListeningFlags flagged={totals.flagged} />
      ) : null}
      {listener.price === null || hearing !== 'wanted' ? null : (
        <BudgetField form={budget} currency={listener.price.currency} hint={say.budgetHint} />
      )}
      <Button
        type="submit"
        look="primary"
        icon={<Ear aria-hidden />}
        disabled={hearing !== 'wanted' || isStarting}
      >
        {say.start}
      </Button>
    </form>
  )
}
