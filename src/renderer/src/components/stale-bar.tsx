// Says how much is out of date and what it takes to speak it; nothing of it is spoken unasked.
import { CircleDashed, Mic } from 'lucide-react'
import { Button } from '../elements/button.tsx'
import { KeyCaps } from '../elements/key-caps.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useDeeds } from '../hooks/use-deeds.ts'
import { useFace } from '../hooks/use-face.ts'
import { keyCaps } from '../hooks/key-name.ts'
import { useStaleEstimate } from '../hooks/use-stale-estimate.ts'
import { useSelected, useStore } from '../hooks/use-store.ts'
import { activeJob } from '../state/jobs.ts'
import { bookTotals } from '../state/project.ts'
import { words } from '../words.ts'
import styles from './stale-bar.module.css'

const scope = { kind: 'stale' } as const

export function StaleBar() {
  const { jobs, keys } = useFace()
  const { narration } = useBook()
  const { project, progress } = useProject()
  const job = activeJob(useStore(jobs), 'speech', project.id)
  const key = useSelected(keys, (now) => now['regenerate-stale'][0])
  const { stale } = bookTotals(project.chapters, progress)
  const isShown = stale > 0 && job === null
  const of = isShown ? `${project.revision} ${stale}` : null
  const { estimate, isCurrent } = useStaleEstimate(project.id, of)
  // Who sees what it costs is not asked again; who does not is, where it costs.
  const speak = () => void (isCurrent ? narration.begin(scope) : narration.want(scope))
  useDeeds({ 'regenerate-stale': { run: speak, can: () => isShown } })
  if (!isShown) return null
  const needs =
    estimate === null
      ? words.takes.stale.counting
      : words.takes.stale.needs(
          estimate.cost && {
            amount: estimate.cost.amount,
            currency: estimate.cost.price.currency,
          },
          estimate.seconds,
        )
  return (
    <section className={styles['bar']} aria-label={words.takes.stale.title}>
      <CircleDashed aria-hidden />
      <p className={styles['text']}>
        <strong>{words.takes.stale.count(stale)}</strong>
        {needs === '' ? null : ` · ${needs}`}
      </p>
      <Button icon={<Mic aria-hidden />} onClick={speak}>
        {words.takes.stale.speak}
        {key === undefined ? null : (
          <span aria-hidden>
            <KeyCaps caps={keyCaps(key)} />
          </span>
        )}
      </Button>
    </section>
  )
}
