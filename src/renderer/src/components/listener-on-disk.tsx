// The model on this computer that listens: what it is, whether it works, and the way to another.
import { Ear, FolderOpen } from 'lucide-react'
import { useId } from 'react'
import { listenerFamilyNames, type ListenerModel } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useListenerFolder } from '../hooks/use-listener-folder.ts'
import { useNow } from '../hooks/use-now.ts'
import { useStore } from '../hooks/use-store.ts'
import type { MinuteAmount, ModelServerMirror } from '../state/model-server.ts'
import { scriptWords } from '../script-words.ts'
import { words } from '../words.ts'
import { ModelServerCheck } from './model-server-check.tsx'
import panel from './panel.module.css'
import styles from './script-panel.module.css'

const say = words.listener

/** It lists nothing. */
const checkWords = { ...say, lists: () => '' }

export function ListenerOnDisk(props: {
  mirror: ModelServerMirror<MinuteAmount>
  model: ListenerModel
}) {
  const { mirror, model } = props
  const { news } = useFace()
  const id = useId()
  const { view, isChecking } = useStore(mirror)
  const choose = useListenerFolder(mirror)
  const now = useNow()
  const remove = async () => {
    if (news.settle(await mirror.remove()) !== null) news.tell(say.removed)
  }
  return (
    <section className={styles['group']} aria-labelledby={id}>
      <h3 className={panel['head']} id={id}>
        {scriptWords.listening.server.title}
      </h3>
      <p className={styles['line']}>{say.line(model.name)}</p>
      <p className={panel['note']}>
        {listenerFamilyNames[model.family]}, {words.neural.disk(model.bytes)}
      </p>
      <p className={panel['note']}>{model.timesWords ? say.timesWords : say.timesNone}</p>
      <ModelServerCheck
        say={checkWords}
        check={view?.check ?? null}
        isChecking={isChecking}
        now={now}
      />
      <div className={styles['buttons']}>
        {choose === null ? null : (
          <Button
            size="small"
            icon={<FolderOpen aria-hidden />}
            disabled={isChecking}
            onClick={() => void choose()}
          >
            {say.change}
          </Button>
        )}
        <Button
          size="small"
          icon={<Ear aria-hidden />}
          disabled={isChecking}
          onClick={() => void mirror.check().then(news.settle)}
        >
          {say.check}
        </Button>
        <Button size="small" look="quiet" onClick={() => void remove()}>
          {say.remove}
        </Button>
      </div>
    </section>
  )
}
