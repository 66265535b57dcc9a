// The farm at work: what waits, what was shared, and every worker with what it speaks and what it is told to do.
import { Fragment } from 'react'
import type { FarmView, FarmWorker } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import figures from '../elements/figure-table.module.css'
import { Notice } from '../elements/notice.tsx'
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
    // Longer than the panel is high: the keyboard must be able to scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['farm']} aria-label={say.title} tabIndex={0}>
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
        <table className={`${figures['table']} ${figures['long']} ${styles['table']}`}>
          <thead>
            <tr>
              {Object.entries(say.columns).map(([key, name]) => (
                <th key={key} scope="col" title={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {workers.map((worker) => (
              <WorkerRows
                key={worker.id}
                {...{ mirror, worker }}
                name={names.get(worker.id) ?? worker.name}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const columns = Object.keys(say.columns).slice(1)

/** Its figures and deeds, and below them what it speaks with. */
function WorkerRows(props: { mirror: FarmMirror; worker: FarmWorker; name: string }) {
  const { mirror, worker, name } = props
  const { news } = useFace()
  return (
    <Fragment>
      <tr>
        <th scope="row" title={name}>
          <bdi>{name}</bdi>
        </th>
        {workerCells(worker).map(({ text, trouble }, at) => (
          <td key={columns[at]} data-trouble={trouble || undefined}>
            {text}
          </td>
        ))}
        <td className={styles['deeds']}>
          {workerDeeds(worker).map((wish, place) => (
            <Button
              key={place === 0 ? 'first' : 'second'}
              size="small"
              look="quiet"
              aria-label={say.deedsOf[wish](name)}
              onClick={() => void mirror.wish(worker.id, wish).then(news.settle)}
            >
              {say.deeds[wish]}
            </Button>
          ))}
        </td>
      </tr>
      {worker.sources.length === 0 ? null : (
        <tr className={styles['sources']}>
          <td colSpan={columns.length + 1}>
            <ul>
              {sourceLines(worker).map(({ text, trouble }) => (
                <li key={text} data-trouble={trouble || undefined}>
                  {text}
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </Fragment>
  )
}
