// The person's speech servers, and the way to one more.
import { Plus, Server } from 'lucide-react'
import { useState } from 'react'
import type { ServerView } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import card from '../elements/card.module.css'
import { Confirm } from '../elements/confirm.tsx'
import { Notice } from '../elements/notice.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useSelected, useStore } from '../hooks/use-store.ts'
import { failureSentence, words } from '../words.ts'
import { ServerCard } from './server-card.tsx'
import { ServerDialog } from './server-dialog.tsx'

export function ServerSection() {
  const { servers: mirror, router } = useFace()
  const { state, servers, failure } = useStore(mirror)
  const open = useSelected(router, (route) => (route.screen === 'voices' ? route.server : null))
  const show = (server: string | null) => router.go({ screen: 'voices', server })
  const add = (
    <Button
      look={servers.length === 0 ? 'primary' : 'outline'}
      icon={<Plus aria-hidden />}
      onClick={() => show('new')}
    >
      {words.servers.add}
    </Button>
  )
  return (
    <section className={card['section']} aria-labelledby="speech-servers">
      <header className={card['head']}>
        <div>
          <h2 className={card['title']} id="speech-servers">
            {words.servers.title}
          </h2>
          <p className={card['text']}>{words.servers.text}</p>
        </div>
        {servers.length === 0 ? null : add}
      </header>
      {failure === null ? null : <Notice tone="danger">{failureSentence(failure)}</Notice>}
      {state === 'loading' ? <p className={card['text']}>{words.app.loading}</p> : null}
      {state === 'ready' && servers.length === 0 ? (
        <div className={card['empty']}>
          <Server aria-hidden />
          <strong>{words.servers.emptyTitle}</strong>
          <p>{words.servers.emptyText}</p>
          {add}
        </div>
      ) : null}
      {servers.length === 0 ? null : <List servers={servers} onEdit={show} />}
      {state === 'ready' ? (
        <ServerDialog open={open} onOpen={show} onClose={() => show(null)} />
      ) : null}
    </section>
  )
}

function List(props: { servers: readonly ServerView[]; onEdit: (id: string) => void }) {
  const { servers: mirror, news } = useFace()
  const [leaving, setLeaving] = useState<ServerView | null>(null)
  const [asking, setAsking] = useState(false)
  const remove = async ({ server }: ServerView) => {
    if (news.settle(await mirror.remove(server.id)) !== null)
      news.tell(words.servers.removed(server.name))
  }
  return (
    <>
      <ul className={card['rows']} aria-labelledby="speech-servers">
        {props.servers.map((view) => (
          <ServerCard
            key={view.server.id}
            view={view}
            onEdit={() => props.onEdit(view.server.id)}
            onRemove={() => {
              setLeaving(view)
              setAsking(true)
            }}
          />
        ))}
      </ul>
      <Confirm
        open={asking}
        title={words.servers.removeTitle(leaving?.server.name ?? '')}
        text={words.servers.removeText}
        yes={words.servers.removeConfirm}
        no={words.servers.removeKeep}
        onYes={() => (leaving === null ? undefined : void remove(leaving))}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
