// Which server of a model is set, in a line: how it answers, and what can be done with it.
import { PlugZap } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../elements/button.tsx'
import { Confirm } from '../elements/confirm.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useNow } from '../hooks/use-now.ts'
import { useStore } from '../hooks/use-store.ts'
import type { ModelServer, ModelServerMirror, ModelServerView } from '../state/model-server.ts'
import type { ModelServerKind } from '../state/model-server-kinds.ts'
import { ModelServerCheck } from './model-server-check.tsx'
import panel from './panel.module.css'
import styles from './script-panel.module.css'

export function ModelServerLine<P extends string>(props: {
  kind: ModelServerKind<P>
  mirror: ModelServerMirror<P>
  view: ModelServerView<P>
  server: ModelServer<P>
  changeRef: (button: HTMLButtonElement | null) => void
  onChange: () => void
}) {
  const { kind, mirror, view, server, changeRef, onChange } = props
  const { say } = kind
  const { news } = useFace()
  const { isChecking } = useStore(mirror)
  const [asks, setAsks] = useState(false)
  const now = useNow()
  const forget = async () => {
    if (news.settle(await mirror.remove()) !== null) news.tell(say.forgotten)
  }
  return (
    <>
      <p className={styles['line']}>{say.line(server.model, server.address)}</p>
      {server.price === null ? null : (
        <p className={panel['note']}>{kind.priceText(server.price)}</p>
      )}
      <ModelServerCheck say={say} check={view.check} isChecking={isChecking} now={now} />
      <div className={styles['buttons']}>
        <Button size="small" ref={changeRef} onClick={onChange}>
          {say.change}
        </Button>
        <Button
          size="small"
          icon={<PlugZap aria-hidden />}
          disabled={isChecking}
          onClick={() => void mirror.check().then(news.settle)}
        >
          {say.check}
        </Button>
        <Button size="small" look="quiet" onClick={() => setAsks(true)}>
          {say.forget}
        </Button>
      </div>
      <Confirm
        open={asks}
        title={say.forgetTitle}
        text={say.forgetText}
        yes={say.forgetYes}
        no={say.forgetNo}
        onYes={() => void forget()}
        onClose={() => setAsks(false)}
      />
    </>
  )
}
