// All that is proposed for the open book, by kind, and what the last asking has left unanswered.
import { useMemo, useState } from 'react'
import { Button } from '../elements/button.tsx'
import { ChoiceField } from '../elements/choice-field.tsx'
import { Fold } from '../elements/fold.tsx'
import { Notice } from '../elements/notice.tsx'
import { type ScriptDeeds, useScript } from '../hooks/use-script.ts'
import {
  groupProposals,
  proposalFilters,
  type ProposalFilter,
  type Proposals,
  totalOf,
} from '../state/proposals.ts'
import { scriptWords } from '../script-words.ts'
import { failureSentence } from '../words.ts'
import panel from './panel.module.css'
import { ProposalList } from './proposal-list.tsx'
import styles from './script-panel.module.css'
import { ScriptUnanswered } from './script-unanswered.tsx'

const { proposals: say } = scriptWords.script

/** `model`: whose answers are among them; null: there is none. */
export function ScriptProposals({ model }: { model: string | null }) {
  const { now, deeds } = useScript(model)
  return (
    <section className={styles['group']} aria-labelledby="script-proposals">
      <h3 className={panel['head']} id="script-proposals">
        {say.title}
      </h3>
      {now.state === 'loading' ? (
        <p className={panel['note']} role="status">
          {scriptWords.script.loading}
        </p>
      ) : null}
      {now.state === 'failed' ? (
        <Notice
          tone="danger"
          title={say.failed}
          alert
          actions={
            <Button size="small" onClick={deeds.again}>
              {say.again}
            </Button>
          }
        >
          <p>{failureSentence(now.failure)}</p>
        </Notice>
      ) : null}
      {now.state === 'ready' ? <Known now={now} deeds={deeds} /> : null}
    </section>
  )
}

function Known({ now, deeds }: { now: Proposals; deeds: ScriptDeeds }) {
  const [filter, setFilter] = useState<ProposalFilter>('all')
  const { proposals, unanswered } = now
  const groups = useMemo(() => groupProposals(proposals, filter), [proposals, filter])
  const shown = groups.reduce((sum, group) => sum + group.proposals.length, 0)
  const total = Math.max(shown, totalOf(now, filter))
  return (
    <>
      {proposals.length === 0 ? null : (
        <ChoiceField
          label={say.filter}
          value={filter}
          choices={proposalFilters.map((value) => ({
            value,
            label: say.choice(
              value === 'all' ? say.all : scriptWords.script.kinds[value],
              totalOf(now, value),
            ),
          }))}
          onChange={setFilter}
        />
      )}
      <p className={panel['note']} aria-live="polite">
        {proposals.length === 0
          ? say.none
          : shown === 0
            ? say.noneOfKind
            : shown < total
              ? say.first(shown, total)
              : say.total(total)}
      </p>
      {shown === 0 ? null : <p className={panel['note']}>{say.keysHint}</p>}
      <ProposalList groups={groups} deeds={deeds} />
      {unanswered.length === 0 ? null : (
        <Fold summary={scriptWords.script.unanswered.title(unanswered.length)}>
          <ScriptUnanswered items={unanswered} onShow={deeds.show} />
        </Fold>
      )}
    </>
  )
}
