// What the cache holds, by kind, and a way to empty it.
import { useState } from 'react'
import { Button } from '../elements/button.tsx'
import { Confirm } from '../elements/confirm.tsx'
import { useAnswer } from '../hooks/use-answer.ts'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'
import styles from './cache-card.module.css'

const { cacheColumns: columns } = words.settings

export function CacheCard() {
  const { connection, news } = useFace()
  const [asking, setAsking] = useState(false)
  const [turn, setTurn] = useState(0)
  const { value: stats } = useAnswer('cache.stats', {}, { again: turn })
  const clear = async () => {
    const freed = news.settle(await connection.call('cache.clear', {}))
    if (freed !== null) news.tell(words.settings.cleared(words.bytes(freed.freedBytes)))
    setTurn(turn + 1)
  }
  if (stats === null) return null
  // Books' own files are there to stay, and are not measured against the limit.
  const used = stats.kinds.reduce((sum, { kind, bytes }) => sum + (kind === 'books' ? 0 : bytes), 0)
  return (
    <section className={styles['card']}>
      <header className={styles['head']}>
        <div>
          <h2 className={styles['title']}>{words.settings.cacheTitle}</h2>
          <p className={styles['text']}>
            {words.settings.cacheText(words.bytes(used), words.bytes(stats.maxBytes))}
          </p>
        </div>
        <Button onClick={() => setAsking(true)}>{words.settings.clear}</Button>
      </header>
      <table className={styles['table']}>
        <thead>
          <tr>
            {Object.values(columns).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stats.kinds.map((kind) => (
            <tr key={kind.kind}>
              <th scope="row">{words.settings.cacheKinds[kind.kind]}</th>
              <td>{words.count(kind.entries)}</td>
              <td>{words.bytes(kind.bytes)}</td>
              <td>{words.count(kind.hits)}</td>
              <td>{words.count(kind.misses)}</td>
              <td>{words.count(kind.evictions)}</td>
              <td>{words.count(kind.expiries)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Confirm
        open={asking}
        title={words.settings.clearTitle}
        text={words.settings.clearText}
        yes={words.settings.clear}
        no={words.settings.clearKeep}
        onYes={() => void clear()}
        onClose={() => setAsking(false)}
      />
    </section>
  )
}
