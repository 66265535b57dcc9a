// How every process of the studio is, what it owns, and what of it seems to leak.
import { Sparkles } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../elements/button.tsx'
import { FigureTable } from '../elements/figure-table.tsx'
import { ScrollSection } from '../elements/scroll-section.tsx'
import { useAskedAgain } from '../hooks/use-asked-again.ts'
import { useFace } from '../hooks/use-face.ts'
import { optimisedWords, processRows } from '../state/process-figures.ts'
import { words } from '../words.ts'
import { ProcessInspector } from './process-inspector.tsx'
import styles from './process-table.module.css'

export function ProcessTable() {
  const { answer, again } = useAskedAgain('performance.processes')
  const { columns, leak, leaks, noLeaks, owned, title } = words.processes
  if (answer === null) return <p className={styles['none']}>{words.performance.chartEmpty}</p>
  return (
    <div className={styles['content']}>
      <ScrollSection label={title}>
        <FigureTable
          columns={columns}
          rows={processRows(answer.processes)}
          className={styles['table']}
        />
      </ScrollSection>
      <section className={styles['owned']} aria-label={owned}>
        <Optimise onDone={again} />
        <h3>{leaks}</h3>
        {answer.leaks.length === 0 ? (
          <p>{noLeaks}</p>
        ) : (
          answer.leaks.map((one) => <p key={one.name}>{leak(one)}</p>)
        )}
        <h3>{owned}</h3>
        <dl>
          {answer.owned.map(({ name, count }) => (
            <div key={name}>
              <dt>{words.processes.ownedNames[name] ?? name}</dt>
              <dd>{words.count(count)}</dd>
            </div>
          ))}
        </dl>
        <ProcessInspector />
      </section>
    </div>
  )
}

function Optimise({ onDone }: { onDone: () => void }) {
  const { connection, news } = useFace()
  const [busy, setBusy] = useState(false)
  const optimise = async () => {
    setBusy(true)
    const reply = await connection.call('performance.optimise', {})
    setBusy(false)
    if (!reply.ok) return news.fail(reply.failure)
    news.tell(optimisedWords(reply.value))
    onDone()
  }
  return (
    <Button
      size="small"
      icon={<Sparkles aria-hidden />}
      disabled={busy}
      onClick={() => void optimise()}
    >
      {busy ? words.processes.optimising : words.processes.optimise}
    </Button>
  )
}
