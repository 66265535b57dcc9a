// The farm at work: what waits, what was shared, and every worker with what it speaks and what it is told to do.
import type { ReactNode } from 'react'
import type { FarmView, FarmWorker } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { FigureTable } from '../elements/figure-table.tsx'
import { Notice } from '../elements/notice.tsx'
import { ScrollSection } from '../elements/scroll-section.tsx'
import { farmWords as say } from '../farm-words.ts'
import { useFace } from '../hooks/use-face.ts'
import type { FarmMirror } from '../state/farm.ts'
import { sourceLines, workerCells, workerDeeds, workerNames } from '../state/farm-figures.ts'
import { words } from '../words.ts'
import { FarmStateLine } from './farm-card.tsx'
import styles from './farm-workers.module.css'

export function FarmWorkers({ mirror, view }: { mirror: FarmMirror; view: FarmView }) {
  const { waiting, shared, workers } = view
  const names = workerNames(workers)
  const facts = [
    [say.waiting, waiting],
    [say.found, shared.hits],
    [say.notFound, shared.misses],
  ] as const
  return (
    <ScrollSection className={styles['farm']} label={say.title}>
      <div className={styles['facts']}>
        <FarmStateLine view={view} />
        <dl>
          {facts.map(([name, number]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words.count(number)}</dd>
            </div>
          ))}
        </dl>
      </div>
      {view.warnings.map((warning) => (
        <Notice key={warning} tone="warn">
          <p>{say.warnings[warning]}</p>
        </Notice>
      ))}
      {workers.length === 0 ? null : (
        <FigureTable
          columns={Object.values(say.columns)}
          rows={workers.map((worker) => {
            const name = names.get(worker.id) ?? worker.name
            return [name, ...workerCells(worker), { text: <Deeds {...{ mirror, worker, name }} /> }]
          })}
          below={(row) => sourcesOf(workers[row])}
          className={styles['table']}
        />
      )}
    </ScrollSection>
  )
}

function Deeds(props: { mirror: FarmMirror; worker: FarmWorker; name: string }) {
  const { mirror, worker, name } = props
  const { news } = useFace()
  return workerDeeds(worker).map((wish, place) => (
    <Button
      key={place === 0 ? 'first' : 'second'}
      size="small"
      look="quiet"
      aria-label={say.deedsOf[wish](name)}
      onClick={() => void mirror.wish(worker.id, wish).then(news.settle)}
    >
      {say.deeds[wish]}
    </Button>
  ))
}

/** What it speaks with; null: nothing is known of that. */
const sourcesOf = (worker: FarmWorker | undefined): ReactNode =>
  worker === undefined || worker.sources.length === 0 ? null : (
    <ul className={styles['sources']}>
      {sourceLines(worker).map(({ text, trouble }) => (
        <li key={text} data-trouble={trouble || undefined}>
          {text}
        </li>
      ))}
    </ul>
  )
