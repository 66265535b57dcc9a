// A speech server of the list: what it is, how it answered when it was last tested, what it costs.
import { KeyRound, Lock, Pencil, PlugZap, Trash2 } from 'lucide-react'
import type { ServerView } from '../../../contract/index.ts'
import { Badge } from '../elements/badge.tsx'
import { Button, IconButton } from '../elements/button.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useNow } from '../hooks/use-now.ts'
import { useStore } from '../hooks/use-store.ts'
import { endingOf } from '../state/servers.ts'
import { words } from '../words.ts'
import { CheckLine, endingWords } from './server-check.tsx'
import styles from './server-card.module.css'

export function ServerCard(props: { view: ServerView; onEdit: () => void; onRemove: () => void }) {
  const { servers: mirror, news } = useFace()
  const { presets, checking } = useStore(mirror)
  const { view } = props
  const { server } = view
  const now = useNow()
  const busy = checking.has(server.id)
  const ending = endingOf(view, presets, now)
  const preset = presets.find(({ kind }) => kind === server.kind)
  return (
    <li className={styles['server']}>
      <div className={styles['head']}>
        <h3 className={styles['name']}>{server.name}</h3>
        {preset === undefined || preset.kind === 'other' || preset.name === server.name ? null : (
          <Badge>{preset.name}</Badge>
        )}
        {server.price === null ? null : <Badge tone="info">{words.voices.paid}</Badge>}
        {view.hasKey ? <Badge icon={<KeyRound aria-hidden />}>{words.servers.hasKey}</Badge> : null}
        <div className={styles['deeds']}>
          <Button
            size="small"
            icon={<PlugZap aria-hidden />}
            aria-label={words.servers.testNamed(server.name)}
            disabled={busy}
            onClick={() => void mirror.check(server.id).then(news.settle)}
          >
            {words.servers.test}
          </Button>
          {view.fixed ? null : (
            <>
              <IconButton
                size="small"
                label={words.servers.edit(server.name)}
                icon={<Pencil />}
                onClick={props.onEdit}
              />
              <IconButton
                size="small"
                label={words.servers.remove(server.name)}
                icon={<Trash2 />}
                onClick={props.onRemove}
              />
            </>
          )}
        </div>
      </div>
      <p className={styles['facts']}>
        <span className={styles['model']}>{server.model}</span>
        {server.addresses.map((address) => (
          <span key={address} className={styles['address']}>
            {address}
          </span>
        ))}
      </p>
      <CheckLine check={view.check} busy={busy} now={now} />
      {server.price === null ? null : (
        <p className={styles['note']}>
          {words.servers.priceOf(
            server.price.perMillionCharacters,
            server.price.currency,
            server.price.asOf,
            server.price.source,
          )}
        </p>
      )}
      {ending === null ? null : (
        <p className={styles['ending']}>{endingWords(ending, server.model)}</p>
      )}
      {view.fixed ? (
        <p className={styles['fixed']}>
          <Lock aria-hidden />
          {words.servers.fixed}
        </p>
      ) : null}
    </li>
  )
}
