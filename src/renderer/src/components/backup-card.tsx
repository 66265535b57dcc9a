// The backups of the library: what is there, another one now, and one put in force at the next start.
import { useRef, useState } from 'react'
import type { Backup } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { Confirm } from '../elements/confirm.tsx'
import { Notice } from '../elements/notice.tsx'
import { useAnswer } from '../hooks/use-answer.ts'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'
import styles from './cache-card.module.css'

const { columns } = words.data

export function BackupCard() {
  const { connection, news } = useFace()
  const [turn, setTurn] = useState(0)
  const [asking, setAsking] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const now = useRef<HTMLButtonElement>(null)
  const { value } = useAnswer('data.backups', {}, { again: turn, tells: true })
  const backups = value?.backups ?? []
  const ready = value?.ready ?? null
  const backUp = async () => {
    setBusy(true)
    const made = news.settle(await connection.call('data.backup', {}))
    setBusy(false)
    if (made !== null) news.tell(words.data.made(words.data.date(made.at)))
    setTurn(turn + 1)
  }
  const restore = async (name: string) => {
    const laidReady = news.settle(await connection.call('data.restore', { name }))
    if (laidReady !== null) news.say(readySentence(name, backups))
    setTurn(turn + 1)
  }
  const keep = async () => {
    const kept = news.settle(await connection.call('data.keep', {}))
    if (kept !== null) {
      news.say(words.data.stays)
      // The button that was pressed goes with its sentence.
      now.current?.focus()
    }
    setTurn(turn + 1)
  }
  return (
    <section className={styles['card']} aria-busy={busy}>
      <header className={styles['head']}>
        <div>
          <h2 className={styles['title']}>{words.data.title}</h2>
          <p className={styles['text']}>{words.data.text}</p>
        </div>
        <Button ref={now} onClick={() => void (busy || backUp())}>
          {words.data.now}
        </Button>
      </header>
      {ready === null ? null : (
        <div className={styles['notice']}>
          <Notice
            tone="info"
            actions={<Button onClick={() => void keep()}>{words.data.keep}</Button>}
          >
            {readySentence(ready, backups)}
          </Notice>
        </div>
      )}
      {value !== null && backups.length === 0 ? (
        <p className={styles['text']}>{words.data.none}</p>
      ) : null}
      {backups.length === 0 ? null : (
        <table className={styles['table']} aria-label={words.data.list}>
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
            {backups.map((backup) => (
              <BackupRow
                key={backup.name}
                backup={backup}
                onRestore={() => setAsking(backup.name)}
              />
            ))}
          </tbody>
        </table>
      )}
      <Confirm
        open={asking !== null}
        title={words.data.restoreTitle}
        text={words.data.restoreText}
        yes={words.data.restoreYes}
        no={words.data.restoreNo}
        onYes={() => void (asking === null || restore(asking))}
        onClose={() => setAsking(null)}
      />
    </section>
  )
}

/** A file's name, where the backup itself is gone. */
function readySentence(name: string, backups: readonly Backup[]): string {
  const backup = backups.find((each) => each.name === name)
  return backup ? words.data.readyOf(words.data.date(backup.at)) : words.data.ready(name)
}

function BackupRow({ backup, onRestore }: { backup: Backup; onRestore: () => void }) {
  const date = words.data.date(backup.at)
  return (
    <tr>
      <th scope="row">{date}</th>
      <td>{words.data.causes[backup.cause]}</td>
      <td>{backup.books === null ? words.data.unreadable : words.data.booksIn(backup.books)}</td>
      <td>{words.bytes(backup.bytes)}</td>
      <td>
        {backup.books === null ? null : (
          <Button aria-label={words.data.restoreNamed(date)} onClick={onRestore}>
            {words.data.restore}
          </Button>
        )}
      </td>
    </tr>
  )
}
