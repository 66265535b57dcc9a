// The way to a model on this computer that listens in a server's place.
import { FolderOpen } from 'lucide-react'
import { useId } from 'react'
import { Button } from '../elements/button.tsx'
import { useListenerFolder } from '../hooks/use-listener-folder.ts'
import type { MinuteAmount, ModelServerMirror } from '../state/model-server.ts'
import { words } from '../words.ts'
import panel from './panel.module.css'
import styles from './script-panel.module.css'

const say = words.listener

export function ListenerChoice({ mirror }: { mirror: ModelServerMirror<MinuteAmount> }) {
  const id = useId()
  const choose = useListenerFolder(mirror)
  return (
    <section className={styles['group']} aria-labelledby={id}>
      <h3 className={panel['head']} id={id}>
        {say.title}
      </h3>
      <p className={panel['note']}>{say.text}</p>
      {choose === null ? (
        <p className={panel['note']}>{say.terminal}</p>
      ) : (
        <div className={styles['buttons']}>
          <Button size="small" icon={<FolderOpen aria-hidden />} onClick={() => void choose()}>
            {say.choose}
          </Button>
        </div>
      )}
    </section>
  )
}
